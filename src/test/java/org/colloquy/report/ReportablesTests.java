package org.colloquy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportablesTests {

    @Test
    void offersNothingThatOnlyLeadsToTheRules() {
        assertThat(Reportables.house(List.of("Welcome aboard.", "Commenting rules.", "Be kind to the geese.")))
                .containsExactly("Be kind to the geese.");
    }

    @Test
    void offersAllOfANoticeWithoutAHeading() {
        assertThat(Reportables.house(List.of("Be kind to the geese.", "Feed no gulls.")))
                .containsExactly("Be kind to the geese.", "Feed no gulls.");
    }
}

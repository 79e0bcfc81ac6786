package org.colloquy;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void noPackageReachesWhereNoArrowStands() {
        ApplicationModules.of(Colloquy.class).verify();
    }
}

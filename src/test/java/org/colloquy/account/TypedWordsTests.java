package org.colloquy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class TypedWordsTests {

    private static final Pattern INPUT = Pattern.compile("<input[^>]*\\bname=\"([^\"]+)\"[^>]*>");

    @Test
    void showsWhatWasWrittenAndNothingThatAFormSendsByItself() {
        var refused = new MockHttpServletRequest();
        refused.addParameter("reason", "Off topic, twice.");
        refused.addParameter("words", "跑题");
        refused.addParameter("explanation", "Doxxing");
        refused.addParameter("entry", "17");
        refused.addParameter("back", "/moderation?tab=newest&by=Old%20Salt");
        refused.addParameter("current", "four plain words here");
        assertThat(TypedWords.of(refused)).containsExactlyInAnyOrder("Off topic, twice.", "跑题", "Doxxing");
    }

    @Test
    void holdsBackWhateverAnyFormAsksForInSecret() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            List<String> secret = templates
                    .filter(Files::isRegularFile)
                    .map(TypedWordsTests::read)
                    .flatMap(page -> INPUT.matcher(page)
                            .results()
                            .filter(input -> input.group().contains("type=\"password\"")
                                    || List.of("code", "token", "credential").contains(input.group(1)))
                            .map(input -> input.group(1)))
                    .distinct()
                    .toList();
            assertThat(secret).contains("password", "repeat", "current", "code", "token", "credential");
            assertThat(TypedWords.SECRET).containsAll(secret);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

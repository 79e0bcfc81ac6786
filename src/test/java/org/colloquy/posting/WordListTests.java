package org.colloquy.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists treat every script alike. The words are made up: no list of slurs comes with Colloquy. */
class WordListTests {

    @ParameterizedTest
    @CsvSource({
        // listed,   as it is written
        "blimbo,     BLIMBO!",
        "blimbo,     Blim\u00adbo",
        "blimbo,     ｂｌｉｍｂｏ",
        "blimbo,     blіmbо",
        "Blimbo,     ВLIMBO",
        "брумляк,    БРУМЛЯК",
        "брумляк,    брумляk",
        "брумёк,     брумек",
        "брумек,     БРУМЁК",
        "брумйак,    бруми\u0306ак",
        "բլումբան,   ԲԼՈՒՄԲԱՆ",
        "հոսբան,     hոuբան",
        "բլևան,      ԲԼԵՎԱՆ",
        "բլևան,      բլեւան",
        "qırbıl,     QIRBIL",
        "qırbil,     QIRBİL",
        "qırbil,     qi\u0307rbil",
        "şöğbəl,     ŞÖĞBƏL",
        "şöğbəl,     s\u0327o\u0308g\u0306bəl",
        "ლუმბა,      ლუმბა",
        "бдюмба бра, Бдюмба\u200b -- БРА",
    })
    void findsAWordHoweverItIsSpelled(String listed, String written) {
        assertThat(WordList.of(List.of(listed)).foundIn("Well: " + written + ", they say."))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "blimbo,   blimboes",
        "брумляк,  брумляками",
        "բլումբան, բլումբաններից",
        "qırbıl,   QIRBILLARDAN",
        "şöğbəl,   şöğbəllərimizdən",
    })
    void findsEndingsOnlyWhereAStarAsksForThemInAnyScript(String listed, String written) {
        assertThat(WordList.of(List.of(listed)).foundIn(written)).isEmpty();
        assertThat(WordList.of(List.of(listed + "*")).foundIn("The " + written + " again"))
                .hasSize(1);
        assertThat(WordList.of(List.of(listed + "*")).foundIn(listed)).hasSize(1);
    }

    @Test
    void takesNoOtherWordForAListedOne() {
        WordList list = WordList.of(List.of("modern", "ab*", "tumba*"));
        assertThat(list.foundIn("modem")).as("looks alike, and is a word").isEmpty();
        assertThat(list.foundIn("about absent")).as("too short a beginning").isEmpty();
        assertThat(list.foundIn("katumba")).isEmpty();
        assertThat(list.foundIn("Ереван и Yerevan, Երևան, Bakı")).isEmpty();
    }
}

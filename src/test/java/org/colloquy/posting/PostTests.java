package org.colloquy.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.name.Characters;
import org.colloquy.posting.FormView.Objection;
import org.colloquy.posting.Rule.Ruling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostTests {

    static List<List<String>> typed() {
        return List.of(
                List.of("as it is", "as it is"),
                List.of("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
                List.of("end of line  \t\nnext", "end of line\nnext"),
                List.of("\n \n\t\nfirst", "first"),
                List.of("last\n\n \r\n", "last"),
                List.of("one\n\ntwo", "one\n\ntwo"),
                List.of("one\n\n\n\n\ntwo", "one\n\ntwo"),
                List.of("one\n \n\t\n\u2003\ntwo", "one\n\ntwo"),
                List.of("one\r\r\rtwo", "one\n\ntwo"),
                List.of("    indented\n  less", "    indented\n  less"),
                List.of("* a\n    * b", "* a\n    * b"),
                List.of(" \r\n\t", ""),
                List.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void tidiesWhatIsTypedAndIsDoneThen(List<String> typed) {
        String tidy = Post.tidy(typed.get(0));
        assertThat(tidy).isEqualTo(typed.get(1));
        assertThat(Post.tidy(tidy)).isEqualTo(tidy);
    }

    @Test
    void tidiesNames() {
        assertThat(Characters.onOneLine(" \u00a0Old\t\n \u2003Salt ")).isEqualTo("Old Salt");
        assertThat(Characters.onOneLine(" ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007", "\ud800", "x\udc00y", "\u007f", "\u0085", "\u001b[31m"})
    void findsWhatCannotBeKept(String text) {
        assertThat(Characters.canBeKept(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "line\nbreak\tand tab", "🌋", "\u2028", "\u202e", "e\u0301", "日本語"})
    void keepsEverythingElse(String text) {
        assertThat(Characters.canBeKept(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u00a0", "\u200b\u200b", "\u3164", "\u2800 \u2060"})
    void takesATextForEmptyInWhichNothingIsToBeSeen(String text) {
        assertThat(TextRule.isEmpty(text)).isTrue();
        assertThat(TextRule.isEmpty(text + "!")).isFalse();
    }

    @Test
    void letsTheGravestEffectDecideAndNamesOnlyWhatRefuses() {
        Objection name = new Objection("name", "Give a name.", "There is none.");
        Objection text = new Objection("text", null, "There is none.");
        assertThat(Verdict.of(List.of())).isEqualTo(new Verdict(Effect.OFF, List.of(), List.of(), null));
        Verdict held =
                Verdict.of(List.of(new Ruling("FIRST", Effect.HOLD, name), new Ruling("LINKS", Effect.FLAG, text)));
        assertThat(held.holds()).isTrue();
        assertThat(held.refuses()).isFalse();
        assertThat(held.objections()).isEmpty();
        assertThat(held.rules()).containsExactly("FIRST");
        Verdict refused =
                Verdict.of(List.of(new Ruling("ANY", Effect.REFUSE, text), new Ruling("ANY", Effect.HOLD, name)));
        assertThat(refused.refuses()).isTrue();
        assertThat(refused.holds()).isFalse();
        assertThat(refused.objections()).containsExactly(text);
    }
}

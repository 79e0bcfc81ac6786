package org.colloquy.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderNameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b",
                "\u3164",
                "-",
                "…",
                "?!",
                "🙂",
                "Anonymous",
                "ANONYMOUS",
                "  anonymous  ",
                "Anonymous.",
                "(anonymous)",
                "- Anonymous -",
                "ano\u200bnymous",
                "ａｎｏｎ",
                "Anonymous  Coward",
                "Anonyme",
                "Anónimo",
                "Ano\u0301nimo",
                "ANONİM",
                "Аноним",
                "АНОНІМ",
                "Ανώνυμος",
                "ΑΝΏΝΥΜΟΣ",
                "Անանուն",
                "ანონიმი",
                "مجهول",
                "אנונימי",
                "匿名",
                "名無しさん",
                "익명",
                "Guest",
                "a guest",
                "Gość",
                "Гость",
                "MİSAFİR",
                "Qonaq",
                "nobody",
                "No Name",
                "unknown",
                "user",
                "Your name",
                "n/a",
                "N/A.",
                "none",
                "Аnonymous",
                "Αnоnymоus",
                "a n o n",
                "A.n.o.n.y.m.o.u.s",
                "An0nymous",
                "𝒜nonymous",
                "Ánonymous",
                "anonymous\u0336",
                "Anonymous1",
                "Anonymous 23",
                "anon_42",
                "Guest007",
                "Γость",
                "Anónima",
                "Anonymní",
                "匿名用户",
                "ゲスト",
                "گمنام",
                "زائر",
                "ẩn danh",
                "İsimsiz"
            })
    void takesItForNoName(String name) {
        assertThat(PlaceholderName.is(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TheTotallyAnonymous",
                "Anonymous Bosch",
                "Anon Y. Mouse",
                "Guest House Keeper",
                "Nobody Owens",
                "Anton",
                "A",
                "7",
                "李",
                "ש",
                "Ми́ша",
                "x_x",
                "Ноль",
                "user42",
                "Na",
                "N. A.",
                "Nadia",
                "Anonymous Fan",
                "Guesthouse",
                "Gustav",
                "Anonka",
                "Gostan",
                "1984",
                "Hosta"
            })
    void takesItForAName(String name) {
        assertThat(PlaceholderName.is(name)).isFalse();
    }
}

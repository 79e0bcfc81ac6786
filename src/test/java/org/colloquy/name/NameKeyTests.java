package org.colloquy.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTests {

    /** What the database keeps of a key. */
    private static final int COLUMN = 1_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Old Salt | OLD SALT",
                "Old Salt | old    salt",
                "Old Salt | Old\u00a0Salt",
                "Old Salt | Old\u2003Salt",
                "Old Salt | \uff2f\uff4c\uff44 \uff33\uff41\uff4c\uff54",
                "Old Salt | Ol\u200bd Salt",
                "Old Salt | Old \u202eSalt\u202c",
                "Old Salt | \u2060Old Salt",
                "Old Salt | O\u00adld Salt",
                "Old Salt | Old Salt\ufe0f",
                "Old Salt | Old Salt\udb40\udd00",
                "Old Salt | Old\u034f Salt",
                "Old Salt | Old Salt\u3164",
                "Old Salt | Old Salt\u115f",
                "Old Salt | Old Salt\u2800",
                "José | Jose\u0301",
                "José | Jose\u200d\u0301",
                "Strauß | STRAUSS",
                "Strauß | STRAU\u1e9e",
                "Οδυσσέας | ΟΔΥΣΣΈΑΣ",
                "\u0390da | \u03aa\u0301da",
                "\ufb01n | FIN",
                "Dijkstra | D\u0133kstra",
                "İpek | ipek",
                "Irmak | ırmak",
                "\u212bsa | åsa",
            })
    void takesThemForOneName(String one, String other) {
        assertThat(NameKey.of(other)).isEqualTo(NameKey.of(one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Old Salt | OldSalt",
                "Old Salt | Old Salt 2",
                "Old Salt | Old-Salt",
                "Jose | José",
                "Anatoly | Anatole",
                "が | か",
                "Ёлка | Елка",
            })
    void tellsThemApart(String one, String other) {
        assertThat(NameKey.of(other)).isNotEqualTo(NameKey.of(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Old Salt", "José", "\u0390", "İIıi", "\ufdfa", "Ǆ", "\u200b", "  x  ", "ﬃ", "ʼN ŉ", "ᾳ ᾼ"})
    void isItsOwnKey(String name) {
        String key = NameKey.of(name);
        assertThat(NameKey.of(key)).isEqualTo(key);
    }

    @Test
    void isNothingWhereThereIsNothingToSee() {
        assertThat(NameKey.of("")).isEmpty();
        assertThat(NameKey.of(" \u200b\u00a0\u2060\ufe0f ")).isEmpty();
    }

    @Test
    void fitsItsColumnWhateverTheNameIsMadeOf() {
        int longest = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(character ->
                        Character.isDefined(character) && Character.getType(character) != Character.SURROGATE)
                .map(character -> NameKey.of(Character.toString(character)).length())
                .max()
                .orElseThrow();
        assertThat(longest * NameKey.LONGEST).isBetween(NameKey.LONGEST, COLUMN);
    }

    @Test
    void readsAHugeNameNoFurtherThanItCouldMatter() {
        String marks = "a" + "\u0301".repeat(300_000) + "\u0316".repeat(300_000);
        assertThat(NameKey.of(marks)).isEqualTo(NameKey.of(marks + "b"));
    }
}

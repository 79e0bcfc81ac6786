package org.colloquy.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameShapeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Another script
                "Old Salt | Оld Sаlt",
                "Old Salt | Οld Ѕalt",
                "Игорь | Игopь",
                "Игорь | ИГOPЬ",
                "ИГОРЬ | игopь",
                "Вова | BOBA",
                "ηλιας | HΛΙΑΣ",
                "Հայկ | Հայկ.",
                "Անի | անի",
                "Əli | əli",
                "שלום | שָׁלוֹם",
                // Case, and letters of one case that look like those of the other
                "Old Salt | OLD sALT",
                "Old Salt | OId SaIt",
                "Irma | lrma",
                "irma | lRMA",
                "Mark | Rnark",
                "Strauß | STRAUSS",
                // Styles
                "Old Salt | \uff2f\uff4c\uff44\u3000\uff33\uff41\uff4c\uff54",
                "Old Salt | 𝓞𝓵𝓭 𝓢𝓪𝓵𝓽",
                "Old Salt | ⓄⓁⒹ ⓈⒶⓁⓉ",
                "Old Salt | 🅾🅻🅳 🆂🅰🅻🆃",
                "Old Salt | 🄾🄻🄳 🅂🄰🄻🅃",
                "Old Salt | 🇴🇱🇩 🇸🇦🇱🇹",
                "Old Salt | ᴏʟᴅ ꜱᴀʟᴛ",
                // White space, punctuation, signs
                "Old Salt | OldSalt",
                "Old Salt | Old-Salt",
                "Old Salt | O.l.d S.a.l.t",
                "Old Salt | __Old__Salt__",
                "Old Salt | Old Salt™",
                "Old Salt | Old Salt ✓",
                "Old Salt | O l d   S a l t",
                // Marks
                "Old Salt | Öld Sält",
                "Old Salt | O\u0338l\u0338d\u0338 Salt",
                "Old Salt | O\u0301\u0316\u0317\u0318ld Salt",
                "José | Jose",
                // Direction
                "Old Salt | \u202etlaS dlO\u202c",
                "Old Salt | Old \u202etlaS",
                "Old Salt | \u200fOld Salt",
                // Digits where Unicode has them as alike
                "Old Salt | 0ld Sa1t",
            })
    void takesThemForEachOther(String name, String other) {
        assertThat(NameShape.isShared(name, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Old Salt | Old Salz",
                "Old Salt | New Salt",
                "Old Salt | Old Salt 2",
                "Old Salt | Older Salt",
                "Old Salt | Salt Old",
                "Sasha | 5asha",
                "Anatoly | Anatole",
                "Игорь | Егорь",
                "Арам | Арман",
                "Армен | Արմեն",
                "がく | かく",
                "राम | रमा",
                "شرف | سرف",
                "בן | בת",
                "李明 | 李朋",
                "김민수 | 김민주",
                "สมชาย | สมหญิง",
                "user1 | user2",
            })
    void tellsThemApart(String name, String other) {
        assertThat(NameShape.isShared(name, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Old Salt", "Paxos Elder", "Site Docile"})
    void findsTwoHundredAndMoreLookAlikesOfAName(String name) {
        List<String> variants = LookAlikes.of(name, 400);
        List<String> missed = new ArrayList<>(variants);
        missed.removeIf(variant -> NameShape.isShared(name, variant));
        assertThat(variants).hasSizeGreaterThan(300);
        assertThat(missed).isEmpty();
    }

    @Test
    void isNothingWhereThereIsNothingToRead() {
        assertThat(NameShape.of("")).isEmpty();
        assertThat(NameShape.of(" \u200b\u3164\u2060!? 🙂")).isEmpty();
    }

    @Test
    void fitsItsColumnAndItsTimeWhateverTheNameIsMadeOf() {
        for (String monster : List.of("\ufdfa".repeat(40), "𒐫".repeat(400), "a" + "\u0301\u0316".repeat(300_000))) {
            assertThat(NameShape.of(monster)).allMatch(shape -> shape.length() <= NameShape.LONGEST);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moderator",
                "M0derator",
                "Моderаtоr",
                "moder\u200bator",
                "MODERATÖR",
                "The Moderator",
                "Moderator 2",
                "admin",
                "Admin1",
                "[admin]",
                "аdmіn",
                "Site-Admin",
                "A d m i n",
                "Administrator",
                "Col1oquy",
                "Соllоquу",
                "Colloquy Support",
                "Модератор",
                "АДМИН",
                "管理员",
                "the author",
            })
    void takesItForTheHouse(String name) {
        assertThat(HouseName.is(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Old Salt",
                "Adminah",
                "Moderato",
                "Modesta",
                "The Author of Nothing",
                "Coll Oquist",
                "Maïkl Makfaïl",
                "さくらSakura",
                "Аня Smith",
                "Հայկ",
                "Əli Məmmədov",
                "أحمد",
                "דוד Levi",
                "Владимир",
            })
    void takesItForAnybody(String name) {
        assertThat(HouseName.is(name)).isFalse();
        assertThat(PlaceholderName.is(name)).isFalse();
        assertThat(Characters.keepsToItself(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202eOld", "a\u2066b", "Z\u0301\u0302\u0303\u0304algo"})
    void findsWhatDisturbsTheLineAroundAName(String name) {
        assertThat(Characters.keepsToItself(name)).isFalse();
    }
}

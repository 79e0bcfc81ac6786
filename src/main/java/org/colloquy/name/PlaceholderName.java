package org.colloquy.name;

import java.util.Set;
import java.util.regex.Pattern;

/** Names that are none. */
public final class PlaceholderName {

    /** What people type who give no name, in the languages that most of them write; as {@link NameKey} has them. */
    private static final Set<String> PLACEHOLDER_NAMES = Set.of(
            "anonymous",
            "anonymus",
            "anon",
            "anonymous coward",
            "anonym",
            "anonyme",
            "anonymer",
            "anonyma",
            "anonimo",
            "anónimo",
            "anônimo",
            "anoniem",
            "anonim",
            "anonymní",
            "anonyymi",
            "anoniman",
            "ανώνυμος",
            "аноним",
            "анонимно",
            "анонимный",
            "анонім",
            "анонимен",
            "անանուն",
            "ანონიმი",
            "مجهول",
            "ناشناس",
            "אנונימי",
            "匿名",
            "匿名者",
            "名無し",
            "名無しさん",
            "익명",
            "guest",
            "a guest",
            "gast",
            "invité",
            "invitado",
            "ospite",
            "convidado",
            "gość",
            "гость",
            "гiсть",
            "гість",
            "misafir",
            "qonaq",
            "հյուր",
            "სტუმარი",
            "游客",
            "訪客",
            "ゲスト",
            "nobody",
            "noname",
            "no name",
            "nameless",
            "unnamed",
            "unknown",
            "name",
            "your name",
            "user",
            "n/a",
            "none");

    /** "(Anonymous)" and "anonymous." are no better. */
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

    private PlaceholderName() {}

    /** Whether who gives such a name gives none. */
    public static boolean is(String name) {
        String key = NameKey.of(name);
        return key.codePoints().noneMatch(Character::isLetterOrDigit)
                || PLACEHOLDER_NAMES.contains(AROUND.matcher(key).replaceAll(""));
    }
}

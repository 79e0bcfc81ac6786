package org.colloquy.name;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names whose bearer would be taken for somebody who looks after the site. */
public final class HouseName {

    /** Alone or as one word of several, in the languages that most people here write. */
    private static final Set<String> WORDS = shapes(
            "colloquy",
            "moderator",
            "moderators",
            "moderation",
            "administrator",
            "administrators",
            "admin",
            "admins",
            "webmaster",
            "sysop",
            "moderatorin",
            "administratorin",
            "modérateur",
            "modératrice",
            "administrateur",
            "administratrice",
            "moderador",
            "moderadora",
            "administrador",
            "administradora",
            "moderatore",
            "moderatrice",
            "amministratore",
            "moderatör",
            "administratör",
            "beheerder",
            "administrátor",
            "moderátor",
            "yönetici",
            "модератор",
            "админ",
            "администратор",
            "модераторы",
            "администрация",
            "адміністратор",
            "адмін",
            "մոդերատոր",
            "ադմին",
            "ադմինիստրատոր",
            "მოდერატორი",
            "ადმინი",
            "ადმინისტრატორი",
            "συντονιστής",
            "διαχειριστής",
            "مشرف",
            "مدير",
            "مدیر",
            "מנהל",
            "מנחה",
            "管理员",
            "管理員",
            "管理人",
            "管理者",
            "版主",
            "モデレーター",
            "관리자",
            "운영자");

    /** Only as they stand: in other names these words are harmless. */
    private static final Set<String> WHOLE = shapes(
            "mod",
            "mods",
            "the mods",
            "the author",
            "staff",
            "the staff",
            "system",
            "house rules",
            "name not in the source",
            "name withdrawn",
            "withdrawn by its author",
            "not in the source",
            "no name");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final Pattern NUMBER_AFTER = Pattern.compile("\\p{N}+$");

    private HouseName() {}

    /** Whether the name is one of these, or looks like one. */
    public static boolean is(String name) {
        String read = NameKey.asFarAsRead(name);
        return looksLike(read, WHOLE)
                || looksLike(read, WORDS)
                || BETWEEN.splitAsStream(read)
                        .map(word -> NUMBER_AFTER.matcher(word).replaceAll(""))
                        .anyMatch(word -> looksLike(word, WORDS));
    }

    private static boolean looksLike(String name, Set<String> shapes) {
        return NameShape.of(name).stream().anyMatch(shapes::contains);
    }

    private static Set<String> shapes(String... names) {
        return Set.of(names).stream()
                .flatMap(name -> NameShape.of(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package org.colloquy.name;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names that are none. */
public final class PlaceholderName {

    /** Words for having no name, in the languages that most people here write; a number after them names nobody. */
    private static final Set<String> ANONYMOUS = Set.of(
            "anonymous",
            "anonymus",
            "anonymos",
            "annonymous",
            "anon",
            "anonymous coward",
            "anonymous user",
            "anonymous guest",
            "anonym",
            "anonyme",
            "anonymer",
            "anonymt",
            "anonyma",
            "anonimo",
            "anonima",
            "anónimo",
            "anónima",
            "anônimo",
            "anônima",
            "anoniem",
            "anonim",
            "anonimowy",
            "anonymní",
            "anonyymi",
            "nimetön",
            "névtelen",
            "anoniman",
            "anonimni",
            "ανώνυμος",
            "ανώνυμη",
            "аноним",
            "анон",
            "анонимно",
            "анонимный",
            "анонимная",
            "анонім",
            "анонімний",
            "анонимен",
            "анониман",
            "ананім",
            "անանուն",
            "ანონიმი",
            "ანონიმური",
            "مجهول",
            "ناشناس",
            "گمنام",
            "אנונימי",
            "אלמוני",
            "אנונימית",
            "isimsiz",
            "adsız",
            "गुमनाम",
            "अनाम",
            "বেনামী",
            "นิรนาม",
            "ẩn danh",
            "tanpa nama",
            "anonim şəxs",
            "匿名",
            "匿名者",
            "匿名用户",
            "匿名希望",
            "名無し",
            "名無しさん",
            "ななし",
            "익명",
            "guest",
            "a guest",
            "gast",
            "gäst",
            "gjest",
            "gæst",
            "vieras",
            "invité",
            "invitée",
            "invitado",
            "invitada",
            "ospite",
            "convidado",
            "visitante",
            "visitor",
            "gość",
            "vendég",
            "oaspete",
            "επισκέπτης",
            "гость",
            "гостья",
            "гiсть",
            "гість",
            "госць",
            "гост",
            "misafir",
            "qonaq",
            "հյուր",
            "სტუმარი",
            "زائر",
            "ضيف",
            "مهمان",
            "میهمان",
            "אורח",
            "अतिथि",
            "khách",
            "tamu",
            "游客",
            "遊客",
            "訪客",
            "访客",
            "ゲスト",
            "손님",
            "게스트");

    /** What else people leave in the field. */
    private static final Set<String> NO_NAME = Set.of(
            "nobody",
            "noname",
            "no name",
            "nameless",
            "unnamed",
            "untitled",
            "unknown",
            "unbekannt",
            "inconnu",
            "desconocido",
            "desconhecido",
            "sconosciuto",
            "неизвестный",
            "неизвестно",
            "без имени",
            "никто",
            "невідомий",
            "անհայտ",
            "naməlum",
            "bilinmeyen",
            "niemand",
            "personne",
            "nadie",
            "nessuno",
            "ninguém",
            "name",
            "your name",
            "имя",
            "ваше имя",
            "user",
            "пользователь",
            "n/a",
            "none",
            "null",
            "undefined");

    /** The same as the eye has them. "n/a" would look like the surname. */
    private static final Set<String> ANONYMOUS_SHAPES = shapes(ANONYMOUS);

    private static final Set<String> NO_NAME_SHAPES = shapes(NO_NAME);

    private static final Pattern NUMBER_AFTER = Pattern.compile("[\\p{N}\\p{P}\\p{S}\\p{Z}]+$");

    /** "(Anonymous)" and "anonymous." are no better. */
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{M}\\p{N}]+$");

    private PlaceholderName() {}

    /** Whether who gives such a name gives none, as it is spelled or as it looks. */
    public static boolean is(String name) {
        String key = NameKey.of(name);
        if (key.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return true;
        }
        String bare = AROUND.matcher(key).replaceAll("");
        if (NO_NAME.contains(bare) || ANONYMOUS.contains(bare)) {
            return true;
        }
        Set<String> shapes = NameShape.of(name);
        return shapes.stream().anyMatch(NO_NAME_SHAPES::contains)
                || shapes.stream().anyMatch(ANONYMOUS_SHAPES::contains)
                || NameShape.of(NUMBER_AFTER.matcher(NameKey.asFarAsRead(name)).replaceAll("")).stream()
                        .anyMatch(ANONYMOUS_SHAPES::contains);
    }

    private static Set<String> shapes(Set<String> names) {
        return names.stream()
                .filter(name -> !name.contains("/"))
                .flatMap(name -> NameShape.of(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}

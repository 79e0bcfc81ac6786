package org.colloquy.posting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** "+1", "this", "lol", an emoji, a quotation and not a word of one's own: nothing that one could answer. */
@Component
@Order(8)
class EmptyTalkRule extends ChangeableRule {

    /** Plain and whole, in the languages that most people write. "Yes" and "no" answer something and are not here. */
    private static final Set<String> NOTHING = Stream.of(
                    "this",
                    "so much this",
                    "came here to say this",
                    "lol",
                    "lmao",
                    "rofl",
                    "same",
                    "same here",
                    "bump",
                    "first",
                    "ditto",
                    "agreed",
                    "i agree",
                    "me too",
                    "up",
                    "nice",
                    "cool",
                    "wow",
                    "omg",
                    "meh",
                    "well said",
                    "so true",
                    "dito",
                    "sehe ich auch so",
                    "genau",
                    "stimmt",
                    "so ist es",
                    "erster",
                    "mdr",
                    "ptdr",
                    "pareil",
                    "idem",
                    "moi aussi",
                    "d accord",
                    "exactement",
                    "preum s",
                    "esto",
                    "igual",
                    "yo también",
                    "de acuerdo",
                    "exacto",
                    "jajaja",
                    "primero",
                    "idem anche io",
                    "anch io",
                    "esatto",
                    "concordo",
                    "primo",
                    "isso",
                    "eu também",
                    "verdade",
                    "kkk",
                    "primeiro",
                    "плюс один",
                    "плюсую",
                    "согласен",
                    "согласна",
                    "поддерживаю",
                    "это",
                    "жиза",
                    "первый",
                    "згоден",
                    "згодна",
                    "підтримую",
                    "aynen",
                    "katılıyorum",
                    "bence de",
                    "eynilə",
                    "razıyam",
                    "համաձայն եմ",
                    "ճիշտ է",
                    "გეთანხმები",
                    "მართალია",
                    "موافق",
                    "صحيح",
                    "موافقم",
                    "دقیقا",
                    "מסכים",
                    "בדיוק",
                    "顶",
                    "顶 顶",
                    "顶 顶 顶",
                    "赞",
                    "同 意",
                    "同 感",
                    "哈 哈",
                    "哈 哈 哈",
                    "沙 发",
                    "そ れ な",
                    "わ か る",
                    "草",
                    "ㅇㅈ",
                    "인정",
                    "동의합니다")
            .map(phrase -> String.join(" ", PlainWords.of(phrase)))
            .collect(Collectors.toUnmodifiableSet());

    /** Somebody who writes more than this has said something, or filled a page. */
    private static final int LONGEST = 200;

    private static final Pattern PLUS = Pattern.compile("[+\uff0b\u2795]");

    private static final Pattern LAUGHTER = Pattern.compile(
            "a*(?:ha){2,}h?|h?(?:ah){2,}a?|(?:he){2,}|(?:hi){2,}|j?(?:aj|ja){2,}a?"
                    + "|lo+l|x+d+|k{3,}|w{3,}|5{3,}|а*(?:ха){2,}х?|(?:хе){2,}|(?:ահա|հա){2,}|(?:ჰა){2,}|ه{3,}|ח{3,}|\u110f+|\u1112+");

    EmptyTalkRule(Phrases phrases) {
        super(Outline.of("EMPTY_TALK", "text").replayed(Outline.Reach.TEXTS), phrases);
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        return isNothing(PlainWords.own(post.text())) ? Optional.of("") : Optional.empty();
    }

    private static boolean isNothing(String own) {
        List<String> words = PlainWords.of(own);
        if (words.isEmpty() || own.length() > LONGEST) {
            return words.isEmpty();
        }
        String plain = String.join(" ", words);
        return NOTHING.contains(plain)
                || plain.equals("1") && PLUS.matcher(own).find()
                || words.stream().allMatch(word -> LAUGHTER.matcher(word).matches())
                || LAUGHTER.matcher(String.join("", words)).matches();
    }
}

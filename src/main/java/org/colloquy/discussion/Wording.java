package org.colloquy.discussion;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.colloquy.discussion.Notice.Clause;

/** How sites word their rules: the subject alone makes no rule ("anonymous comments are welcome"). */
final class Wording {
    private static final Pattern NAMELESS = words(
            "anonym(?:ous|ously|ity)|nameless|unnamed|unsigned|without (?:a|any|your) (?:user ?)?(?:name|handle|pseudonym)");

    private static final Pattern NAME_REQUIRED = words(
            "(?:must|please|have to|need to|required to|should|shall)"
                    + " (?:always )?(?:use|choose|pick|give|enter|leave|provide|have|sign|comment under|post under|write under)"
                    + " (?:a|an|your|some|one)(?: \\w+){0,2} (?:name|handle|pseudonym|nickname|comments?|posts?)"
                    + "|names? (?:is|are) (?:required|mandatory|obligatory)|(?:sign|put your name to) your (?:comments?|posts?)");

    private static final Pattern OFF_TOPIC = words("off topic|offtopic|not on topic|unrelated|irrelevant");

    private static final Pattern ON_TOPIC =
            words("(?:stay|keep|remain|be|stick|kept|relevant) (?:\\w+ ){0,3}?(?:on|to|with) (?:the )?(?:topic|subject)"
                    + "|keep (?:it|comments|posts|things) relevant");

    private static final Pattern OPEN_THREAD = words("open threads?");

    private static final String TAKEN_AWAY = "(?:remov|delet|hidden|hide|reject|bann?|block|forbid|forbidden|prohibit"
            + "|disallow|discard|withh|moved?|moving|declin|refus|trash|bin|spam|purg|cut|cull)";

    private static final Pattern FORBIDDEN = words(TAKEN_AWAY + "\\w*"
            + "|(?:not|never|cannot|cant|wont|arent|isnt) (?:be )?(?:\\w+ )?(?:allowed|permitted|accepted|approved"
            + "|published|posted|tolerated|welcome|ok|okay|acceptable|appear|shown|displayed|get through)"
            + "|(?:do not|dont|never|please no|refrain|avoid|stop|no more|must not|may not|should not|shall not)"
            + "|no (?:\\w+ ){0,2}?(?:anonymous|unsigned|nameless|off topic|offtopic|unrelated|irrelevant)"
            + "|(?:un|not )(?:welcome|acceptable)|against the rules|keep out");

    private static final Pattern LIFTED = words(
            "(?:not|never|no longer|dont|wont|arent|isnt) (?:be )?(?:\\w+ )?"
                    + TAKEN_AWAY + "\\w*|(?:do not|dont|never) (?:mind|object|worry|care)|need not|(?:not|dont|no) need"
                    + "|(?:do not|dont) have to|no problem|not only|(?:do not|dont) hesitate|(?:do not|dont) (?:be )?(?:afraid|shy)");

    private static final Pattern PUT_THERE =
            words("keep|keeps|belongs?|go|goes|put|post|take|move|moved|save|use|leave|place|only|confine|confined");

    private Wording() {}

    /** What a sentence asks for: one or two rules, or else that it is shown only. A question asks for nothing. */
    static Set<Clause> clauses(String sentence) {
        String plain = plain(sentence);
        Set<Clause> clauses = EnumSet.noneOf(Clause.class);
        boolean lifted = LIFTED.matcher(plain).find() || plain.endsWith("?");
        if (!lifted && asksForName(plain)) {
            clauses.add(Clause.ANONYMOUS);
        }
        if (!lifted && asksForTopic(plain)) {
            clauses.add(Clause.OFF_TOPIC);
        }
        return clauses.isEmpty() ? EnumSet.of(Clause.SHOWN_ONLY) : clauses;
    }

    /** Lower case, apostrophes dropped, hyphens and spaces alike. */
    static String plain(String sentence) {
        return Normalizer.normalize(sentence, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019]", "")
                .replaceAll("[\\s\u2010-\u2015-]+", " ")
                .strip();
    }

    private static boolean asksForName(String plain) {
        return NAMELESS.matcher(plain).find() && FORBIDDEN.matcher(plain).find()
                || NAME_REQUIRED.matcher(plain).find();
    }

    private static boolean asksForTopic(String plain) {
        if (ON_TOPIC.matcher(plain).find()) {
            return true;
        }
        boolean sentElsewhere =
                OPEN_THREAD.matcher(plain).find() && PUT_THERE.matcher(plain).find();
        boolean forbidden = FORBIDDEN.matcher(plain).find();
        return OFF_TOPIC.matcher(plain).find() && (sentElsewhere || forbidden);
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b");
    }
}

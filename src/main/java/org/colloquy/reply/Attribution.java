package org.colloquy.reply;

import java.util.regex.Pattern;

/**
 * Lines that say whose words follow, as mail programs and boards write them: "On Friday, somebody wrote:", "From: …",
 * "Originally posted by …". Everybody who quotes the same comment has the same line, and it is nobody's own.
 */
final class Attribution {
    private static final int LONGEST = 300;
    private static final int LONGEST_END = 60;

    /** The end of "On such a day NAME wrote:", in some languages. */
    private static final Pattern SAYING = Pattern.compile(
            ".*(?<![\\p{L}\\p{M}])(?:wrote|writes|said|says|schrieb|schreibt|meint|meinte|écrit|ecrit|escribió|escribio|"
                    + "scrisse|scritto|escreveu|skrev|schreef|napisał|napisała|napsal|пишет|писал|писала|написал|написала)"
                    + "\\s?:[\\s>]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** A header, or what boards put above a quotation. */
    private static final Pattern HEADER = Pattern.compile(
            "[>|.*\\s]*(?:-+\\s*(?:Original Message|Forwarded Message|Ursprüngliche Nachricht)"
                    + "|(?:From|Sent|To|Cc|Date|Subject|Von|Gesendet|An|Datum|Betreff|De|Para|Objet):\\s"
                    + "|(?:Originally posted by|Quote from|Quoting|Quote:|Zitat von)\\s).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** A date or a time: with a mail address in the same line, its "wrote" has gone to the next. */
    private static final Pattern DATE =
            Pattern.compile("\\d:\\d\\d|\\d{4}[-/.]\\d|\\d[-/. ]\\d{4}|\\w \\d{4}|\\d[-/.]\\d{1,2}[-/.]\\d");

    private static final Pattern MAIL = Pattern.compile("\\w@\\w|\\w at \\w[\\w-]*(?: dot |\\.)\\w");

    private Attribution() {}

    /** Whether the line or lines in which these words stand are nothing else. */
    static boolean is(String text, int start, int end) {
        if (end - start > LONGEST) {
            return false;
        }
        int from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        int to = text.indexOf('\n', end);
        to = to < 0 ? text.length() : to;
        if (to - from > LONGEST) {
            return false;
        }
        int last = Math.max(from, to - LONGEST_END);
        return SAYING.matcher(text).region(last, to).matches()
                || HEADER.matcher(text).region(from, to).matches()
                || MAIL.matcher(text).region(from, to).find()
                        && DATE.matcher(text).region(from, to).find();
    }
}

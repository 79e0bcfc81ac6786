package org.colloquy.reply;

import java.util.regex.Pattern;

/**
 * Lines that say whose words follow, as mail programs and boards write them: "On Friday, somebody wrote:", "From: …",
 * "Originally posted by …"; or whose stood above: a signature. Everybody who quotes the same comment has the same line,
 * and it is nobody's own.
 */
final class Attribution {
    private static final int LONGEST = 300;
    private static final int LONGEST_END = 60;

    /** What mail programs put above a signature; archives join it to the line below. */
    private static final Pattern SIGNED = Pattern.compile("[>|.\\h]*--(?:\\h[^\\n]*)?");

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

    /** All of a line that has neither: "On Friday, 3 May 2019 at 10:15, NAME". A sentence would end in a point. */
    private static final Pattern DATED = Pattern.compile("[>|.\\h]*(?:On|Am|Le|El|Em|Op|Il|Den|Dne)\\h"
            + "(?=[^\\n]*\\b\\d{4}\\b)(?=[^\\n]*\\d:\\d\\d)[^\\n]{1,90}(?<![.!?\u2026])");

    private static final Pattern MAIL = Pattern.compile("\\w@\\w|\\w at \\w[\\w-]*(?: dot |\\.)\\w");

    private Attribution() {}

    /** Whether the line or lines in which these words stand are nothing else. */
    static boolean is(String text, int start, int end) {
        if (end - start > LONGEST) {
            return false;
        }
        int from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        int to = lineEnd(text, end);
        if (to - from > LONGEST) {
            return false;
        }
        int last = Math.max(from, to - LONGEST_END);
        return SAYING.matcher(text).region(last, to).matches()
                || HEADER.matcher(text).region(from, to).matches()
                || MAIL.matcher(text).region(from, to).find()
                        && DATE.matcher(text).region(from, to).find()
                || DATED.matcher(text).region(from, to).matches()
                || isSignature(text, start, from);
    }

    /** Whether the line that begins at {@code first}, or one above it in the same paragraph, begins a signature. */
    private static boolean isSignature(String text, int start, int first) {
        int from = first;
        int to = lineEnd(text, start);
        while (from < to && start - from <= LONGEST && !text.substring(from, to).isBlank()) {
            if (SIGNED.matcher(text).region(from, to).matches()) {
                return true;
            }
            to = from - 1;
            from = text.lastIndexOf('\n', to - 1) + 1;
        }
        return false;
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}

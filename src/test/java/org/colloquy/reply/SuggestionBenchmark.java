package org.colloquy.reply;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.colloquy.reply.Article.Passage;
import org.colloquy.reply.ReplyFinder.Said;

/**
 * How long suggestions take, of the thread's own time, in a discussion of 10,000 comments of 60 words. Not a test, as machines differ; run it with
 * {@code java -Xmx512m -cp target/classes:target/test-classes:CLASSPATH org.colloquy.reply.SuggestionBenchmark}.
 */
final class SuggestionBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int COMMENTS = 10_000;
    private static final int WORDS = 60;
    private static final int ROUNDS = 5;
    private static final int ASKED = 20;

    private SuggestionBenchmark() {}

    public static void main(String[] args) {
        Random random = new Random(1);
        List<Said> said = new ArrayList<>();
        for (int number = 1; number <= COMMENTS; number++) {
            said.add(new Said(number, number % 3 == 0 ? null : "Reader " + random.nextInt(300), text(random)));
        }
        List<Passage> terms = new ArrayList<>();
        for (int number = 1; number <= 9; number++) {
            terms.add(new Passage(Source.Kind.TERM, number, text(random)));
        }
        Article article = new Article("Title", null, terms);
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            Suggestions suggestions = new Suggestions(article, said, Map.of());
            long made = THREADS.getCurrentThreadCpuTime();
            int found = 0;
            for (int asked = 0; asked < ASKED; asked++) {
                found += suggestions.of(COMMENTS - 7 * asked).size();
            }
            long answered = THREADS.getCurrentThreadCpuTime();
            TermSuggestions about = new TermSuggestions(article, said);
            found += about.of(COMMENTS).size();
            long termed = THREADS.getCurrentThreadCpuTime();
            System.out.printf(
                    Locale.ROOT,
                    "made in %,d ms, one comment in %.1f ms, terms in %,d ms (%d)%n",
                    (made - start) / 1_000_000,
                    (answered - made) / 1e6 / ASKED,
                    (termed - answered) / 1_000_000,
                    found);
        }
    }

    /** Words as frequent as in a language. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = WORDS; left > 0; left--) {
            int rank = (int) Math.exp(random.nextDouble() * Math.log(40_000));
            text.append(word(rank)).append(left == WORDS / 2 ? ". " : " ");
        }
        return text.toString();
    }

    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank; left > 0; left /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt(left % 20)).append("aeiou".charAt(left % 5));
        }
        return word.toString();
    }
}

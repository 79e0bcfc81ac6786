package org.colloquy.reply;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.colloquy.reply.ReplyFinder.Said;

/**
 * How long the finder takes for 10,000 and for 100,000 comments of 60 words. Not a test, as machines differ; run it with
 * {@code java -Xmx512m -cp target/classes:target/test-classes:CLASSPATH org.colloquy.reply.FinderBenchmark}.
 */
final class FinderBenchmark {
    private static final int WORDS = 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FinderBenchmark() {}

    public static void main(String[] args) {
        for (Kind kind : Kind.values()) {
            measure(kind, 10_000);
            double small = measure(kind, 10_000);
            double large = measure(kind, 100_000);
            System.out.printf(Locale.ROOT, "%s: time per word grows %.2f-fold%n", kind, large / small);
        }
    }

    /** What the comments are like. */
    private enum Kind {
        /** One in two quotes a paragraph of any earlier comment; words are as frequent as in a language. */
        QUOTING,
        /** Each quotes the one before with all that it quotes, cut at its 60 words. */
        NESTED,
        /** Few words make up all comments: every four in a row are common. */
        STOCK
    }

    /** Nanoseconds a word, of this thread's own time: what else the machine does counts not, but neither does tidying. */
    private static double measure(Kind kind, int comments) {
        List<Said> said = said(kind, comments);
        long start = THREADS.getCurrentThreadCpuTime();
        int links = ReplyFinder.find(said).size();
        double nanoseconds = THREADS.getCurrentThreadCpuTime() - start;
        System.out.printf(
                Locale.ROOT,
                "%s: %,d comments, %,d links, %.2f s, %.0f ns a word, heap in use %,d MiB%n",
                kind,
                comments,
                links,
                nanoseconds / 1e9,
                nanoseconds / comments / WORDS,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        return nanoseconds / comments / WORDS;
    }

    private static List<Said> said(Kind kind, int comments) {
        Random random = new Random(1);
        List<Said> said = new ArrayList<>();
        String before = "";
        for (int number = 1; number <= comments; number++) {
            String text = switch (kind) {
                case QUOTING -> quoting(random, said);
                case NESTED -> sentence(random, 20, 5_000) + ".\n\n" + shortened(before, 40);
                case STOCK -> sentence(random, WORDS, 4) + ".";
            };
            before = text;
            said.add(new Said(number, null, text));
        }
        return said;
    }

    private static String quoting(Random random, List<Said> said) {
        if (said.isEmpty() || random.nextBoolean()) {
            return sentence(random, 25, 5_000) + ".\n\n" + sentence(random, 35, 5_000) + ".";
        }
        String quoted = said.get(random.nextInt(said.size())).text().split("\n\n")[0];
        return quoted + "\n\n" + sentence(random, 35, 5_000) + ".";
    }

    private static String shortened(String text, int words) {
        int at = 0;
        for (int left = words; left > 0 && at >= 0; left--) {
            at = text.indexOf(' ', at + 1);
        }
        return at < 0 ? text : text.substring(0, at);
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder("w");
        for (int left = number; left > 0; left /= 26) {
            word.append((char) ('a' + left % 26));
        }
        return word.toString();
    }

    private static String sentence(Random random, int words, int spread) {
        StringBuilder sentence = new StringBuilder();
        for (int left = words; left > 0; left--) {
            sentence.append(left == words ? "" : " ").append(word((int) Math.abs(random.nextGaussian() * spread)));
        }
        return sentence.toString();
    }
}

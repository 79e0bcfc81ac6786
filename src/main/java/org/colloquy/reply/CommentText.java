package org.colloquy.reply;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of what a comment says: paragraphs, lists, and gaps where something embedded is missing. Every line with
 * anything on it stands in exactly one block, in order. Linear in the text; nothing is thrown.
 */
public final class CommentText {
    private static final String BULLET = "* ";

    private CommentText() {}

    /** One piece of a comment. */
    public sealed interface Block permits Paragraph, Items, Gap {}

    /** @param text one or more lines, joined by {@code \n} */
    public record Paragraph(String text) implements Block {}

    /** @param items at least one, without their bullets */
    public record Items(List<String> items) implements Block {}

    /** Something embedded stood here: two or more blank lines, or one at the very beginning. */
    public record Gap() implements Block {}

    /**
     * @param text lines parted by {@code \n}; a line of only spaces and tabs is blank
     * @return the blocks in order, none for a text without words; never a gap at the end
     */
    public static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> run = new ArrayList<>();
        int blankLines = 1;
        for (String line : text.split("\n")) {
            if (isBlank(line)) {
                close(run, blocks);
                blankLines++;
                continue;
            }
            if (blankLines >= 2) {
                blocks.add(new Gap());
            }
            blankLines = 0;
            if (!run.isEmpty() && isItem(run.get(0)) != isItem(line)) {
                close(run, blocks);
            }
            run.add(line);
        }
        close(run, blocks);
        return blocks;
    }

    private static void close(List<String> run, List<Block> blocks) {
        if (run.isEmpty()) {
            return;
        }
        blocks.add(
                isItem(run.get(0))
                        ? new Items(run.stream()
                                .map(line -> line.substring(BULLET.length()))
                                .toList())
                        : new Paragraph(String.join("\n", run)));
        run.clear();
    }

    private static boolean isItem(String line) {
        return line.startsWith(BULLET) && !isBlank(line.substring(BULLET.length()));
    }

    private static boolean isBlank(String line) {
        return line.chars().allMatch(character -> character == ' ' || character == '\t');
    }
}

package org.colloquy.discussion;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as CommonMark must read it so that nobody answers inside a quotation: there, a line without {@code >} goes on
 * with the quotation before it. An empty line of fewer marks is put between, and offsets are counted on.
 */
final class MarkedLines {

    private static final int SHORTEST_FENCE = 3;

    private final StringBuilder text = new StringBuilder();
    private final List<Added> added = new ArrayList<>();
    private String fence = "";

    /** @param all characters that have been added up to there */
    private record Added(int before, int all) {}

    MarkedLines(String typed) {
        int at = 0;
        int above = 0;
        for (String line : typed.split("\n", -1)) {
            int marks = fence.isEmpty() ? marks(line) : 0;
            if (marks < above && !line.isBlank()) {
                text.append(">".repeat(marks)).append('\n');
                added.add(new Added(at, text.length() - at));
            }
            if (marks == 0) {
                fence(line);
            }
            above = marks;
            text.append(line).append('\n');
            at += line.length() + 1;
        }
    }

    String text() {
        return text.toString();
    }

    /** Where a character of the typed text stands. */
    int at(int offset) {
        int low = 0;
        int high = added.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (added.get(middle).before() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? offset : offset + added.get(low - 1).all();
    }

    private static int marks(String line) {
        int marks = 0;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '>') {
                marks++;
            } else if (character != ' ' && character != '\t') {
                break;
            }
        }
        return marks;
    }

    /** Code is code, whatever its lines begin with. */
    private void fence(String line) {
        int at = 0;
        while (at < line.length() && " \t-+*.)0123456789".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        int end = at;
        while (end < line.length() && line.charAt(end) == line.charAt(at) && "`~".indexOf(line.charAt(at)) >= 0) {
            end++;
        }
        String run = line.substring(at, end);
        if (!fence.isEmpty()) {
            fence = run.startsWith(fence) && line.substring(end).isBlank() ? "" : fence;
        } else if (run.length() >= SHORTEST_FENCE && (run.charAt(0) == '~' || line.indexOf('`', end) < 0)) {
            fence = run;
        }
    }
}

package org.colloquy.erased;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.erased.ComparedWords.Range;
import org.colloquy.erased.ErasedLine.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What was removed on request, as far as keyed hashes tell: recognises it in whatever comes in, and takes it out.
 *
 * <p>Promised: a removed comment is known again where it stood, in the database or in a document, by any text that it had
 * here; a longer one (at least {@value ComparedWords#RUN} words) also at any other number, under the same name. A comment
 * that quoted it is cut as it was cut before, as long as it says the same. From any other text each run of at least
 * {@value ComparedWords#RUN} words that only the removed comment had goes too, whoever says it. Spelling and case of
 * letters, spaces and punctuation make no difference.
 *
 * <p>Not promised: fewer words than that, in a text that has changed since; words that were altered (a run ends there);
 * translations and retellings; names in other people's sentences. A long comment in which a word was altered leaves no
 * more than the {@value ComparedWords#RUN} minus one words on either side of it, but under its speaker's name.
 *
 * <p>Linear in the text, however long the list is; nothing at all while it is empty.
 */
public final class Erased {

    public static final Erased NOTHING = new Erased(null, List.of());

    private final byte @Nullable [] key;
    private final Map<Kind, Map<String, String>> lines = new EnumMap<>(Kind.class);
    /** The first eight bytes of each, so that hardly anything else is spelled out to be looked up. */
    private final Set<Long> beginnings = new HashSet<>();

    Erased(byte @Nullable [] key, Collection<ErasedLine> all) {
        this.key = key;
        for (ErasedLine line : all) {
            if (line.kind() != Kind.KEY) {
                lines.computeIfAbsent(line.kind(), kind -> new HashMap<>()).put(line.hash(), line.details());
                beginnings.add(Long.parseUnsignedLong(line.hash(), 0, Long.BYTES * 2, 16));
            }
        }
    }

    public boolean isNothing() {
        return beginnings.isEmpty();
    }

    /**
     * What is known of a comment.
     *
     * @param gone whether all of it was removed
     * @param name whether its name went too
     * @param cut what is left of it, if not all was removed
     */
    public record Found(boolean gone, boolean name, Cut cut) {}

    /**
     * A comment as it stands in the database.
     *
     * @param file the name of the document that has it, or null
     * @param number its number there
     */
    public Found inRow(
            long id, @Nullable String file, @Nullable Integer number, @Nullable String speaker, String text) {
        return found(id, file, number, speaker, text);
    }

    /** A comment as a document has it. */
    public Found inEntry(String file, int number, @Nullable String speaker, String text) {
        return found(null, file, number, speaker, text);
    }

    private Found found(
            @Nullable Long id, @Nullable String file, @Nullable Integer number, @Nullable String speaker, String text) {
        if (key == null || text.isEmpty()) {
            return new Found(false, false, new Cut(text, List.of()));
        }
        Hashes hashes = new Hashes(key);
        ComparedWords words = ComparedWords.of(text);
        String whole = id == null ? null : details(hashes, Kind.ROW, Hashes.row(id, words.all()));
        if (whole == null && file != null && number != null) {
            whole = details(hashes, Kind.ENTRY, Hashes.entry(file, number, words.all()));
        }
        if (whole == null && words.size() >= ComparedWords.RUN) {
            whole = details(hashes, Kind.SAID, Hashes.said(speaker, words.all()));
        }
        return whole == null
                ? new Found(false, false, cut(hashes, words))
                : new Found(true, whole.equals(ErasedLine.NAME), new Cut(text, List.of()));
    }

    /** Any text, whoever it is from. */
    public Cut cut(String text) {
        return key == null || text.isEmpty() ? new Cut(text, List.of()) : cut(new Hashes(key), ComparedWords.of(text));
    }

    /** As a whole if it is known, else by its words. */
    private Cut cut(Hashes hashes, ComparedWords words) {
        String known = details(hashes, Kind.TEXT, words.all());
        if (known != null) {
            return Cut.of(words, ranges(known, 0, words.size()));
        }
        List<Range> cuts = new ArrayList<>();
        for (int at = 0; at + ComparedWords.RUN <= words.size(); at++) {
            String own = details(hashes, Kind.WORDS, words.words(at, ComparedWords.RUN));
            if (own != null) {
                cuts.addAll(ranges(own, at, words.size()));
            }
        }
        return Cut.of(words, cuts);
    }

    /** What is left of a text when there is nothing more to cut: it may have been cut for one comment after the other. */
    public String left(String text) {
        String left = text;
        for (Cut cut = cut(left); !cut.text().equals(left); cut = cut(left)) {
            left = cut.text();
        }
        return left;
    }

    private static List<Range> ranges(String written, int first, int most) {
        return Stream.of(written.split(","))
                .filter(range -> !range.isEmpty())
                .map(range -> range.split("-"))
                .map(ends -> new Range(first + Integer.parseInt(ends[0]), first + Integer.parseInt(ends[1])))
                .filter(range -> range.to() <= most)
                .toList();
    }

    private @Nullable String details(Hashes hashes, Kind kind, String what) {
        Map<String, String> known = lines.get(kind);
        if (known == null) {
            return null;
        }
        byte[] hash = hashes.bytes(kind, what);
        return beginnings.contains(ByteBuffer.wrap(hash).getLong())
                ? known.get(HexFormat.of().formatHex(hash))
                : null;
    }
}

package org.colloquy.erased;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.colloquy.erased.ComparedWords.Range;
import org.colloquy.erased.ErasedLine.Kind;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA-256 under one key: whoever has the hashes and not the key cannot even try words out. Not for several threads. */
public final class Hashes {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    Hashes(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java has it", never);
        }
    }

    byte[] bytes(Kind kind, String what) {
        mac.update((byte) kind.ordinal());
        return mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
    }

    private ErasedLine line(Kind kind, String what, String details) {
        return new ErasedLine(kind, HexFormat.of().formatHex(bytes(kind, what)), details);
    }

    ErasedLine key() {
        return line(Kind.KEY, "", "");
    }

    static String row(long id, String text) {
        return id + "\n" + text;
    }

    static String entry(String file, int number, String text) {
        return file + "\n" + number + "\n" + text;
    }

    static String said(@Nullable String speaker, String text) {
        return (speaker == null ? "" : ComparedWords.of(speaker).all()) + "\n" + text;
    }

    /** @param name whether the name goes too */
    public ErasedLine row(long id, ComparedWords text, boolean name) {
        return line(Kind.ROW, row(id, text.all()), named(name));
    }

    public ErasedLine entry(String file, int number, ComparedWords text, boolean name) {
        return line(Kind.ENTRY, entry(file, number, text.all()), named(name));
    }

    public ErasedLine said(@Nullable String speaker, ComparedWords text, boolean name) {
        return line(Kind.SAID, said(speaker, text.all()), named(name));
    }

    public ErasedLine text(ComparedWords text, List<Range> cuts) {
        return line(Kind.TEXT, text.all(), written(cuts));
    }

    /**
     * @param run of {@value ComparedWords#RUN} words
     * @param own which of them were nobody else's before
     */
    public ErasedLine words(String run, List<Range> own) {
        return line(Kind.WORDS, run, written(own));
    }

    private static String written(List<Range> ranges) {
        return ranges.stream().map(range -> range.from() + "-" + range.to()).collect(Collectors.joining(","));
    }

    private static String named(boolean name) {
        return name ? ErasedLine.NAME : "";
    }
}

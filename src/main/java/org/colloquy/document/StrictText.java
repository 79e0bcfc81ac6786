package org.colloquy.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text, strictly UTF-8 and without NUL: what would be altered on the way is refused instead. */
final class StrictText {
    private static final int PIECE = 8_192;

    private StrictText() {}

    /**
     * @param name how the refusal names the file
     * @throws DocumentRefused naming the offset of the first bad byte, from 0
     */
    static String of(String name, byte[] bytes) throws DocumentRefused {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // Decoded piecemeal and thrown away: a whole buffer of characters would be twice the file.
        CharBuffer piece = CharBuffer.allocate(PIECE);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(in, piece.clear(), true);
        }
        if (result.isError()) {
            throw new DocumentRefused(
                    "%s is not UTF-8 (first bad byte at offset %d): save it as UTF-8.".formatted(name, in.position()));
        }
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == 0) {
                throw new DocumentRefused(
                        "%s has a NUL character (at byte offset %d): take it out.".formatted(name, at));
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

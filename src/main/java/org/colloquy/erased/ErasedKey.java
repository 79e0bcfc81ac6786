package org.colloquy.erased;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.colloquy.start.Unstartable;
import org.jspecify.annotations.Nullable;

/**
 * The secret that the hashes are made with: set, or in a file that only its owner reads. Never in the database, so that
 * nobody who gets hold of a backup can try out what was removed.
 */
final class ErasedKey {

    private static final int FEWEST_CHARACTERS = 16;
    private static final int BYTES = 32;

    private final @Nullable String set;
    private final Path file;

    ErasedKey(ErasedSettings settings) {
        this.set = settings.erase().key();
        this.file = Path.of(settings.data(), "removed.key");
        if (set != null && !set.isEmpty() && set.length() < FEWEST_CHARACTERS) {
            throw new Unstartable("colloquy.erase.key is shorter than " + FEWEST_CHARACTERS
                    + " characters. Set it to a longer one, or leave it out.");
        }
    }

    /** Null where there is none yet. */
    byte @Nullable [] known() {
        if (set != null && !set.isEmpty()) {
            return set.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Files.exists(file) ? Files.readString(file).strip().getBytes(StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Made now, if there is none. */
    byte[] made() {
        byte[] known = known();
        if (known != null) {
            return known;
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        String written = HexFormat.of().formatHex(secret);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Set<OpenOption> fresh =
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            try (ByteChannel channel = Files.newByteChannel(file, fresh, ownersOnly())) {
                channel.write(ByteBuffer.wrap(written.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (FileAlreadyExistsException another) {
            return made();
        } catch (IOException e) {
            throw unusable(e);
        }
        return written.getBytes(StandardCharsets.UTF_8);
    }

    private FileAttribute<?>[] ownersOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Unstartable unusable(IOException cause) {
        return new Unstartable(
                file + " cannot be read or made: make that folder readable and writable for Colloquy.", cause);
    }
}

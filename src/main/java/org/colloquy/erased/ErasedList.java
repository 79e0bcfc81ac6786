package org.colloquy.erased;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.erased.ErasedLine.Kind;
import org.colloquy.start.Unstartable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The list of what was removed on request, in the database and beside it in {@code removed.txt}: whichever of the two
 * comes back from an older backup, the other still knows. Lines are added, never changed.
 *
 * <p>Uses no database of its own, as the documents are imported before there is one to be had.
 */
@Component
@EnableConfigurationProperties(ErasedSettings.class)
public class ErasedList {

    private static final Logger LOG = LoggerFactory.getLogger(ErasedList.class);

    private final ErasedKey key;
    private final Path file;
    private volatile Read last = new Read("0 0", Erased.NOTHING);

    /** @param known how many lines there were, and the last one's id: lines are only added */
    private record Read(String known, Erased erased) {}

    ErasedList(ErasedSettings settings) {
        this.key = new ErasedKey(settings);
        this.file = Path.of(settings.data(), "removed.txt");
    }

    /**
     * In that folder, without an application around it.
     *
     * @param data the folder of the embedded database and its companions
     */
    public static ErasedList in(Path data) {
        return new ErasedList(new ErasedSettings(data.toString(), new ErasedSettings.Erase(null)));
    }

    /** What new lines are to be made with. */
    public Hashes hashes() {
        return new Hashes(key.made());
    }

    /**
     * Makes list and file the same, each with what the other has: at a start, before anything is read.
     *
     * @throws Unstartable if the list was made under another key, as nobody could keep to it
     */
    public Erased settle(JdbcTemplate sql) {
        Set<ErasedLine> kept = new LinkedHashSet<>(lines(sql));
        Set<ErasedLine> written = written();
        if (kept.isEmpty() && written.isEmpty()) {
            return Erased.NOTHING;
        }
        Set<ErasedLine> all = new LinkedHashSet<>(kept);
        all.addAll(written);
        if (!isOurs(all)) {
            throw new Unstartable(
                    "what was removed on request is listed under another key. Put removed.key back into the"
                            + " data folder, or set colloquy.erase.key as it was; if the key is lost, empty the table"
                            + " \"erased\" and delete removed.txt: backups and documents can then bring back what was removed.");
        }
        insert(sql, without(all, kept));
        append(without(all, written));
        return new Erased(key.known(), all);
    }

    /** Each once, whatever its details: what was listed first holds. */
    private static List<ErasedLine> without(Set<ErasedLine> all, Set<ErasedLine> known) {
        Set<String> seen = known.stream().map(ErasedList::name).collect(Collectors.toCollection(HashSet::new));
        return all.stream().filter(line -> seen.add(name(line))).toList();
    }

    private static String name(ErasedLine line) {
        return line.kind() + line.hash();
    }

    private boolean isOurs(Collection<ErasedLine> lines) {
        byte[] known = key.known();
        return known != null
                && lines.stream().filter(line -> line.kind() == Kind.KEY).allMatch(new Hashes(known).key()::equals);
    }

    /** As it is now: whoever looks while nobody may write to a discussion misses nothing that was removed from it. */
    public Erased now(JdbcTemplate sql) {
        String known =
                sql.queryForObject("select concat(count(*), ' ', coalesce(max(id), 0)) from erased", String.class);
        Read read = last;
        if (read.known().equals(known)) {
            return read.erased();
        }
        List<ErasedLine> lines = lines(sql);
        if (!isOurs(lines)) {
            LOG.error("What was removed on request is listed under another key than this node's: nothing is kept from"
                    + " coming back here. Set colloquy.erase.key to the same on all nodes, and start again.");
            lines = List.of();
        }
        Erased now = new Erased(key.known(), lines);
        last = new Read(String.valueOf(known), now);
        return now;
    }

    /** Adds lines, with the transaction that removes what they are of. */
    public void add(JdbcTemplate sql, Collection<ErasedLine> lines) {
        Set<ErasedLine> kept = new LinkedHashSet<>(lines(sql));
        if (!isOurs(kept)) {
            throw new IllegalStateException("what was removed before is listed under another key than this node's");
        }
        Set<ErasedLine> all = new LinkedHashSet<>(List.of(hashes().key()));
        all.addAll(lines);
        List<ErasedLine> fresh = without(all, kept);
        insert(sql, fresh);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    append(fresh);
                } catch (Unstartable e) {
                    // It is done and listed in the database; the next start completes the file.
                    LOG.error(
                            "What was removed on request is not in {} yet: make it writable and start again.", file, e);
                }
            }
        });
    }

    private static List<ErasedLine> lines(JdbcTemplate sql) {
        return sql.query(
                "select kind, hash, details from erased order by id",
                (row, at) -> new ErasedLine(
                        Kind.valueOf(row.getString("kind")), row.getString("hash"), row.getString("details")));
    }

    private static void insert(JdbcTemplate sql, List<ErasedLine> lines) {
        sql.batchUpdate(
                "insert into erased (kind, hash, details) values (?, ?, ?)",
                lines.stream()
                        .map(line -> new Object[] {line.kind().name(), line.hash(), line.details()})
                        .toList());
    }

    private Set<ErasedLine> written() {
        try {
            return !Files.exists(file)
                    ? Set.of()
                    : Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                            .flatMap(line -> ErasedLine.read(line).stream())
                            .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private synchronized void append(List<ErasedLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        // A line before that was cut off by a full disk ends here.
        List<String> added = new ArrayList<>(List.of(""));
        lines.forEach(line -> added.add(line.written()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(
                    file,
                    added,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Unstartable unusable(IOException cause) {
        return new Unstartable(file + " cannot be read or written: make it readable and writable for Colloquy.", cause);
    }
}

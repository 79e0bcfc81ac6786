package org.colloquy.document;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The dry run: says what an import would make of documents. It needs no server and no database and changes nothing.
 *
 * <p>For people it prints a short report on each file; with {@code --format=tsv} one line a comment, tab-separated:
 * file, number, parent, evidence, grade, words, speaker, quote, with {@code -} for none, and lines beginning with
 * {@code #} about each file. Both in UTF-8.
 */
public final class Check {
    private static final int FINE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private static final String FORMAT = "--format=";
    private static final String USAGE = "usage: check [--format=tsv] FILE…   (files or folders of *.txt)";

    private final boolean table;
    private final PrintStream out;
    private final PrintStream err;
    private final Set<String> names = new HashSet<>();
    private boolean refused;

    private Check(boolean table, PrintStream out, PrintStream err) {
        this.table = table;
        this.out = out;
        this.err = err;
    }

    /**
     * @param args what follows the word {@code check}: options, files and folders
     * @param out where the reports go
     * @param err where refusals go, one sentence a line
     * @return 0 if all would be imported, 1 if any file would be refused, 2 if the arguments make no sense
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        PrintStream reports = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream refusals = new PrintStream(err, false, StandardCharsets.UTF_8);
        try {
            return run(args, reports, refusals, args.contains(FORMAT + "tsv"));
        } finally {
            reports.flush();
            refusals.flush();
        }
    }

    private static int run(List<String> args, PrintStream out, PrintStream err, boolean table) {
        List<String> options = args.stream().filter(arg -> arg.startsWith("--")).toList();
        List<String> files = args.stream().filter(arg -> !arg.startsWith("--")).toList();
        if (files.isEmpty() || !List.of(FORMAT + "tsv").containsAll(options)) {
            err.println(USAGE);
            return MISUSED;
        }
        Check check = new Check(table, out, err);
        files.forEach(check::check);
        return check.refused ? REFUSED : FINE;
    }

    private void check(String fileOrFolder) {
        try {
            DocumentFile.at(Path.of(fileOrFolder)).forEach(this::check);
        } catch (InvalidPathException unnameable) {
            refuse("%s cannot be a path here: check its characters and the locale.".formatted(fileOrFolder));
        } catch (DocumentRefused refusal) {
            refuse(refusal.sentence());
        }
    }

    private void check(Path file) {
        try {
            Findings findings = Findings.of(file);
            if (!names.add(findings.file().name())) {
                throw new DocumentRefused("%s has the same name as another document: rename it.".formatted(file));
            }
            out.print(table ? CheckTable.of(findings) : CheckReport.of(findings));
        } catch (DocumentRefused refusal) {
            refuse(refusal.sentence());
        }
    }

    private void refuse(String sentence) {
        refused = true;
        out.flush();
        err.println("refused: " + Findings.oneLine(sentence));
        err.flush();
    }
}

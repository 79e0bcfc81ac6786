package org.colloquy.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.colloquy.Started;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What operators read when there is no start: one line that says what to do, and no more. Real processes, and all of
 * them begin at once because each takes its time.
 */
class StartTests {

    private static final String DID_NOT = "Colloquy did not start: ";

    private static final String NO_DATABASE = "This was a database once.\n".repeat(1_000);

    private record Ended(int status, String output) {}

    private static final ExecutorService AT_ONCE = Executors.newFixedThreadPool(2);
    private static final Map<String, Future<Ended>> STARTS = new ConcurrentHashMap<>();

    @TempDir
    static Path folder = Path.of("");

    private static ServerSocket usedPort;
    private static int unusedPort;
    private static Connection user;

    @BeforeAll
    static void startEverythingThatCannotStart() throws IOException, SQLException {
        usedPort = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (ServerSocket briefly = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unusedPort = briefly.getLocalPort();
        }
        Files.createDirectories(folder.resolve("bad"));
        Files.write(folder.resolve("bad/latin.txt"), "Thé\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("bad/nul.txt"), "On\0Tea\n");
        Files.writeString(folder.resolve("bad/empty.txt"), "\n");
        Files.writeString(data("file"), "");
        Files.createDirectories(data("used"));
        Files.createDirectories(data("none"));
        Files.writeString(data("none").resolve("colloquy.mv.db"), NO_DATABASE);
        user = database("used");

        start("documents", "--colloquy.documents=bad,nowhere", "--server.port=0");
        start("port", "--server.port=" + usedPort.getLocalPort());
        start("used", "--server.port=0");
        start("none", "--server.port=0");
        start("file", "--server.port=0");
        start(
                "nothing",
                "--server.port=0",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + unusedPort + "/colloquy?password=hush");
        start("address", "--server.port=0", "--spring.datasource.url=jdbc:postgres://127.0.0.1/colloquy?password=hush");
        start("range", "--server.port=65536");
        start("setting", "--server.port=eighty");
        start("pace", "--server.port=0", "--colloquy.pace.within=0");
    }

    @AfterAll
    static void letGo() throws IOException, SQLException {
        AT_ONCE.shutdownNow();
        usedPort.close();
        user.close();
    }

    @Test
    void namesEveryDocumentThatCannotBeImportedAndWhy() throws Exception {
        assertThat(line("documents"))
                .startsWith("none of the documents can be imported. ")
                .contains(
                        Path.of("bad", "latin.txt") + " is not UTF-8 (first bad byte at offset 2): save it as UTF-8.",
                        Path.of("bad", "nul.txt") + " has a NUL character (at byte offset 2): take it out.",
                        Path.of("bad", "empty.txt") + " is empty: its first line should be the title.",
                        "nowhere is not there: check the path.");
        assertThat(data("documents")).doesNotExist();
    }

    @Test
    void namesThePortThatIsInUse() throws Exception {
        assertThat(line("port"))
                .isEqualTo("port " + usedPort.getLocalPort()
                        + " is in use. Stop what uses it, or set server.port to another.");
        try (Connection whole = database("port");
                var query = whole.createStatement();
                var failed =
                        query.executeQuery("select count(*) from \"flyway_schema_history\" where not \"success\"")) {
            assertThat(failed.next()).isTrue();
            assertThat(failed.getInt(1)).isZero();
        }
    }

    @Test
    void saysThatTheDatabaseIsInUse() throws Exception {
        assertThat(line("used"))
                .isEqualTo("the database in " + data("used")
                        + " is in use by another process. Stop that one, or set colloquy.data to another folder.");
    }

    @Test
    void saysThatTheFolderOfTheDatabaseIsAFile() throws Exception {
        assertThat(line("file"))
                .isEqualTo("colloquy.data is " + data("file") + ", which is a file. Set it to a folder.");
        assertThat(data("file")).isEmptyFile();
    }

    @Test
    void saysThatTheDatabaseIsNone() throws Exception {
        assertThat(line("none"))
                .startsWith("the database jdbc:h2:file:" + data("none").resolve("colloquy") + " cannot be used (")
                .contains("colloquy.data");
        assertThat(data("none").resolve("colloquy.mv.db")).hasContent(NO_DATABASE);
    }

    @Test
    void saysThatNoDatabaseAnswersAndKeepsThePasswordToItself() throws Exception {
        assertThat(line("nothing"))
                .contains("jdbc:postgresql://127.0.0.1:" + unusedPort + "/colloquy", "spring.datasource.url")
                .doesNotContain("hush");
        assertThat(data("nothing")).doesNotExist();
    }

    @Test
    void asksForATimeThatAPaceCanBeCountedIn() throws Exception {
        assertThat(line("pace"))
                .isEqualTo(
                        "colloquy.pace.within must be from 1s to 365d. Set it to something like 10m, or, where nobody is"
                                + " to wait, colloquy.pace.per-handle and colloquy.pace.per-address to 0.");
    }

    @Test
    void namesTheAddressThatNoDriverKnows() throws Exception {
        assertThat(line("address"))
                .startsWith("the database jdbc:postgres://127.0.0.1/colloquy cannot be used (")
                .contains("spring.datasource.url")
                .doesNotContain("hush");
        assertThat(data("address")).doesNotExist();
    }

    @Test
    void namesThePortThatIsNone() throws Exception {
        assertThat(line("range")).startsWith("the server cannot listen (").contains("65536", "server.port");
    }

    @Test
    void namesTheSettingThatMeansNothing() throws Exception {
        assertThat(line("setting")).contains("server.port", "eighty");
        assertThat(data("setting")).doesNotExist();
    }

    private static Path data(String name) {
        return folder.resolve(name + "-data");
    }

    private static Connection database(String name) throws SQLException {
        String address = "jdbc:h2:file:" + data(name).resolve("colloquy");
        return DriverManager.getConnection(address + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "sa", "");
    }

    private static void start(String name, String... settings) {
        Callable<Ended> start = () -> {
            String[] all = Stream.concat(Stream.of("--colloquy.data=" + data(name)), Stream.of(settings))
                    .toArray(String[]::new);
            try (Started process = Started.in(folder, all)) {
                return new Ended(process.exit(), process.output());
            }
        };
        STARTS.put(name, AT_ONCE.submit(start));
    }

    /** What stands in the one line, after all that must be so of any start that fails. */
    private static String line(String name) throws InterruptedException, ExecutionException {
        Ended ended = Objects.requireNonNull(STARTS.get(name)).get();
        assertThat(ended.status()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output()).doesNotContain("\tat ", "Exception", "APPLICATION FAILED", "***");
        List<String> told = ended.output()
                .lines()
                .filter(line -> line.contains("did not start"))
                .toList();
        assertThat(told).as(ended.output()).hasSize(1);
        assertThat(told.get(0)).startsWith(DID_NOT);
        assertThat(ended.output().strip()).endsWith(told.get(0));
        return told.get(0).substring(DID_NOT.length());
    }
}

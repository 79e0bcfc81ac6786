package org.colloquy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Colloquy as a process of its own, as its operators run it: it can fail, and it can be killed. */
public final class Started implements AutoCloseable {

    /** Patient, for machines that are slow or busy: only a process that hangs gets there. */
    private static final long PATIENCE_SECONDS = 120;

    private static final Pattern READY = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path output;

    private Started(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * @param folder where it runs: its data and documents are looked for there unless the settings say otherwise
     * @param settings such as {@code --colloquy.data=…}; further ones make it listen on this machine only
     */
    public static Started in(Path folder, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                classPath(),
                "org.colloquy.Colloquy",
                "--server.address=127.0.0.1"));
        command.addAll(List.of(settings));
        Path output = Files.createTempFile(folder, "output", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(?i)(spring|server|colloquy|logging|java_tool)_.*"));
        return new Started(builder.start(), output);
    }

    /** Without the tests: as it is when it is installed. */
    private static String classPath() {
        String separator = System.getProperty("path.separator");
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(separator)))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(separator));
    }

    /** Waits until it ends by itself and returns its exit status. */
    public int exit() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end: " + output());
        }
        return process.exitValue();
    }

    /** Waits until it listens and everything that starting does is done; returns its port. */
    public int port(String lastLine) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher ready = READY.matcher(output());
            if (ready.find() && output().contains(lastLine)) {
                return Integer.parseInt(ready.group(1));
            }
            Thread.sleep(50);
        }
        throw new AssertionError("it does not start: " + output());
    }

    /** Everything it has printed so far. */
    public String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Ends it at once, as a power failure would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package org.colloquy.start;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Tells why there is no start in one line that says what to do. What it does not know it leaves to Spring Boot's own
 * reports.
 */
class StartFailure implements SpringBootExceptionReporter {

    /** H2: the file is open in another process. */
    private static final int IN_USE = 90020;

    private final @Nullable Environment environment;

    StartFailure(@Nullable ConfigurableApplicationContext context) {
        this.environment = context == null ? null : context.getEnvironment();
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line = line(failure);
        line.ifPresent(told -> System.err.println("Colloquy did not start: " + told.replaceAll("\\R", " ")));
        return line.isPresent();
    }

    private Optional<String> line(Throwable failure) {
        return cause(failure, cause -> cause instanceof Unstartable)
                .map(Throwable::getMessage)
                .or(() -> cause(failure, cause -> cause instanceof PortInUseException)
                        .map(cause -> "port " + ((PortInUseException) cause).getPort()
                                + " is in use. Stop what uses it, or set server.port to another."))
                .or(() -> cause(failure, cause -> cause instanceof BindException)
                        .map(cause -> setting((BindException) cause)))
                .or(() -> cause(failure, cause -> cause instanceof SQLException)
                        .map(cause -> database((SQLException) cause)));
    }

    private static String setting(BindException cause) {
        ConfigurationProperty set = cause.getProperty();
        return set == null
                ? cause.getName() + " is not set as it must be. Mend that setting."
                : set.getName() + " cannot be \"" + set.getValue() + "\". Set it to something else, or leave it out.";
    }

    private String database(SQLException cause) {
        String url = environment == null ? "" : environment.getProperty("spring.datasource.url", "");
        if (cause.getErrorCode() == IN_USE) {
            return "the database in " + environment(url) + " is in use by another process. Stop that one,"
                    + " or set colloquy.data to another folder.";
        }
        String said = String.valueOf(cause.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        return "the database " + url.split("[;?]")[0] + " cannot be used (" + said + ")."
                + " Check that it is there, has room, and may be read and written: colloquy.data for the embedded one,"
                + " spring.datasource.url, username and password for another.";
    }

    private String environment(String url) {
        return environment == null ? url : environment.getProperty("colloquy.data", url);
    }

    private static Optional<Throwable> cause(Throwable failure, Predicate<Throwable> wanted) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(wanted)
                .findFirst();
    }
}

package org.colloquy.start;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
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
                .or(() -> cause(failure, cause -> cause instanceof WebServerException)
                        .map(cause -> "the server cannot listen (" + said(last(cause)) + "). Set server.port to a port"
                                + " that it may use, and server.address to an address of this machine or to none."))
                .or(() -> cause(failure, cause -> cause instanceof BindException)
                        .map(cause -> setting((BindException) cause)))
                .or(() -> cause(failure, cause -> cause instanceof SQLException)
                        .or(() -> cause(failure, StartFailure::isDataSource).map(StartFailure::last))
                        .map(this::database));
    }

    private static String setting(BindException cause) {
        ConfigurationProperty set = cause.getProperty();
        return set == null
                ? cause.getName() + " is not set as it must be. Mend that setting."
                : set.getName() + " cannot be \"" + set.getValue() + "\". Set it to something else, or leave it out.";
    }

    private String database(Throwable cause) {
        String url = environment == null ? "" : environment.getProperty("spring.datasource.url", "");
        if (cause instanceof SQLException refused && refused.getErrorCode() == IN_USE) {
            return "the database in " + environment(url) + " is in use by another process. Stop that one,"
                    + " or set colloquy.data to another folder.";
        }
        // What follows may hold a password.
        String address = url.split("[;?]")[0];
        return "the database " + address + " cannot be used (" + said(cause).replace(url, address) + ")."
                + " Check that it is there, has room, and may be read and written: colloquy.data for the embedded one,"
                + " spring.datasource.url, username and password for another.";
    }

    /** No driver is there for its address, or it is none; the pool says that with no type of its own. */
    private static boolean isDataSource(Throwable cause) {
        return cause instanceof BeanCreationException creation && "dataSource".equals(creation.getBeanName())
                || String.valueOf(cause.getMessage()).contains("jdbcUrl");
    }

    private static String said(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
    }

    private static Throwable last(Throwable failure) {
        return cause(failure, cause -> cause.getCause() == null).orElse(failure);
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

package org.colloquy.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/** Into the database that needs no set-up, opened as the application opens it. */
class ImportOnH2Tests extends ImportTests {

    @Override
    String database(Path data) throws IOException {
        Properties settings = new Properties();
        try (InputStream file = ImportTests.class.getResourceAsStream("/application.properties")) {
            settings.load(Objects.requireNonNull(file));
        }
        return settings.getProperty("spring.datasource.url").replace("${colloquy.data}", data.toString());
    }

    @Override
    String user() {
        return "sa";
    }
}

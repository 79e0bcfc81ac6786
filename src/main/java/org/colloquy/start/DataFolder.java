package org.colloquy.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Makes {@code colloquy.data} absolute before anything reads it: H2 refuses a relative folder. A file is refused here, in words. */
class DataFolder implements EnvironmentPostProcessor, Ordered {

    private static final String DATA = "colloquy.data";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path data =
                Path.of(environment.getProperty(DATA, "data")).toAbsolutePath().normalize();
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new Unstartable(DATA + " is " + data + ", which is a file. Set it to a folder.");
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("absolute " + DATA, Map.of(DATA, data.toString())));
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}

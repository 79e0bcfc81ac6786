package org.colloquy.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few words by which people know one of their browsers: "Firefox on Linux". Nothing else of what it sends is kept. */
final class BrowserName {

    private record Mark(String in, String name) {}

    /** In order: most browsers also call themselves by the names below theirs. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser", "Samsung Internet"),
            new Mark("Firefox", "Firefox"),
            new Mark("FxiOS", "Firefox"),
            new Mark("CriOS", "Chrome"),
            new Mark("Chrom", "Chrome"),
            new Mark("Safari", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Mac OS", "Mac"),
            new Mark("Linux", "Linux"));

    private BrowserName() {}

    /** The browser with that {@code User-Agent}; null where it says nothing that is known. */
    static @Nullable String of(@Nullable String agent) {
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        return browser == null || system == null ? browser : browser + " on " + system;
    }

    private static @Nullable String first(List<Mark> marks, @Nullable String agent) {
        return agent == null
                ? null
                : marks.stream()
                        .filter(mark -> agent.contains(mark.in()))
                        .map(Mark::name)
                        .findFirst()
                        .orElse(null);
    }
}

package org.colloquy.reading;

import java.time.LocalDate;
import org.colloquy.discussion.Counts;
import org.jspecify.annotations.Nullable;

/** One article in the library. */
public record LibraryEntry(
        String address,
        String title,
        @Nullable String byline,
        @Nullable LocalDate published,
        int terms,
        Counts counts) {}

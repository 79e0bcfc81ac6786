package org.colloquy.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the log. What was done at once stands on one page.
 *
 * @param groups newest first
 * @param older what asks for the next page, or null
 */
public record LogPage(List<LogGroup> groups, @Nullable LogFilter older) {}

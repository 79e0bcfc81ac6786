package org.colloquy.moderation;

import java.util.Map;
import org.colloquy.discussion.Erasing;

/**
 * What erasing a comment would do, and what was typed so far.
 *
 * @param name whether the name is to go too
 * @param handle of the administrator, for whose password is asked
 * @param problems what is wrong, by field
 */
public record ErasingView(
        Erasing.Preview preview, boolean name, String reason, String handle, Map<String, String> problems) {}

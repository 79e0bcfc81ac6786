package org.colloquy.posting;

import java.util.Map;
import java.util.Objects;

/** How all changeable rules stand in one discussion, by key. */
record Settings(Map<String, Setting> byKey) {

    Setting of(ChangeableRule rule) {
        return Objects.requireNonNull(byKey.get(rule.outline().key()));
    }
}

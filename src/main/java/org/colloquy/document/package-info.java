/**
 * The document format in plain Java, and import, export and check built on it.
 */
@ApplicationModule(
        allowedDependencies = {"account", "article", "reply", "discussion", "log", "name", "start", "erased"})
@NullMarked
package org.colloquy.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

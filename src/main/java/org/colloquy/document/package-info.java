/**
 * The document format in plain Java, and import, export and check built on it.
 */
@ApplicationModule(allowedDependencies = {"article", "reply", "discussion", "name", "start", "erased"})
@NullMarked
package org.colloquy.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

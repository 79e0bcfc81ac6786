/**
 * Comments, their threads, and the one rule of who sees what. Nothing else changes a comment.
 */
@ApplicationModule(allowedDependencies = {"article", "reply", "name", "erased"})
@NullMarked
package org.colloquy.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

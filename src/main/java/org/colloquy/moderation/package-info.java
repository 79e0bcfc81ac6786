/**
 * The desk, where moderators hide and restore, in the open.
 */
@ApplicationModule(
        allowedDependencies = {"account", "article", "discussion", "log", "name", "people", "posting", "reply", "report"
        })
@NullMarked
package org.colloquy.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

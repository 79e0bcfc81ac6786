/**
 * People: what they have said, what concerns them, what they may do about themselves, and whom somebody does not want to
 * read.
 */
@ApplicationModule(allowedDependencies = {"access", "account", "article", "discussion", "log", "name", "report"})
@NullMarked
package org.colloquy.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

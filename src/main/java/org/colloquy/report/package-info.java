/**
 * Reports: what readers tell moderators about comments and articles, what moderators decide, and the receipts and appeals that go with
 * it.
 */
@ApplicationModule(allowedDependencies = {"account", "article", "discussion", "log", "name", "posting"})
@NullMarked
package org.colloquy.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Reports: what readers tell moderators about comments, what moderators decide, and the receipts and appeals that go with
 * it.
 */
@ApplicationModule(allowedDependencies = {"account", "discussion", "log", "name", "posting"})
@NullMarked
package org.colloquy.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

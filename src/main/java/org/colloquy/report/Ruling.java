package org.colloquy.report;

import java.util.Set;

/**
 * What a moderator decides, as it is sent.
 *
 * @param appeal whether it answers the appeals, and not the reports
 * @param kinds which reports it closes
 * @param seen the last report that was read: later ones stay open
 * @param revision how often the comment had been changed when it was read
 */
record Ruling(
        DecisionView.Outcome outcome, boolean appeal, Set<ReportKind> kinds, long seen, int revision, String reason) {}

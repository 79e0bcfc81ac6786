package org.colloquy.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.colloquy.discussion.Chronicle;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.PastComment;
import org.colloquy.posting.Outline.Reach;
import org.colloquy.posting.RuleSettings.Said;
import org.springframework.stereotype.Component;

/**
 * What a change of a rule would have done to everything that was ever said in its reach. The rule itself judges each
 * post of the past, at its time and with what had been said before; only what became of comments since is taken as it
 * stands today.
 */
@Component
class Replay {

    /** As many as a page shows without becoming a list to work through. */
    static final int LISTED = 20;

    /** Large enough to ask seldom, small enough for any memory: at 16 kB each, all of them take 32 MB. */
    private static final int BATCH = 2_000;

    private final Discussions discussions;
    private final Chronicle chronicle;
    private final RuleSettings settings;

    Replay(Discussions discussions, Chronicle chronicle, RuleSettings settings) {
        this.discussions = discussions;
        this.chronicle = chronicle;
        this.settings = settings;
    }

    /**
     * What came of it.
     *
     * @param posted how many comments that were posted here were judged
     * @param imported how many that came with documents were judged, by their texts
     * @param before how many the rule meets as it stands
     * @param after how many it would have met, each with the effect that it has there
     * @param first the ids of the first of these
     */
    record Result(
            int posted, int imported, Map<Effect, Integer> before, Map<Effect, Integer> after, List<Long> first) {}

    /** How the rule stands in a discussion, and how it would. */
    private record Standing(Discussion place, Settings now, Settings then) {}

    Result of(RuleChange change) {
        ChangeableRule rule = change.rule();
        Map<Long, Standing> reach = reach(change);
        Result result = new Result(0, 0, new HashMap<>(), new HashMap<>(), new ArrayList<>());
        if (rule.outline().reach() == Reach.NOTHING || reach.isEmpty()) {
            return result;
        }
        ReplayedPast past = new ReplayedPast(rule.asksForTexts());
        int posted = 0;
        int imported = 0;
        List<PastComment> batch = chronicle.after(0, BATCH);
        while (!batch.isEmpty()) {
            for (PastComment comment : batch) {
                Standing standing = reach.get(comment.discussion());
                if (standing != null
                        && !comment.text().isEmpty()
                        && (!comment.imported() || rule.outline().reach() == Reach.TEXTS)) {
                    posted += comment.imported() ? 0 : 1;
                    imported += comment.imported() ? 1 : 0;
                    judge(rule, comment, standing, past, result);
                }
                past.add(comment);
            }
            batch = chronicle.after(batch.get(batch.size() - 1).id(), BATCH);
        }
        return new Result(posted, imported, result.before, result.after, result.first);
    }

    private static void judge(
            ChangeableRule rule, PastComment comment, Standing standing, ReplayedPast past, Result result) {
        Past before = past.in(comment.discussion());
        rule.judge(post(comment, standing.place, standing.now, before))
                .ifPresent(ruling -> result.before.merge(ruling.effect(), 1, Integer::sum));
        rule.judge(post(comment, standing.place, standing.then, before)).ifPresent(ruling -> {
            result.after.merge(ruling.effect(), 1, Integer::sum);
            if (result.first.size() < LISTED) {
                result.first.add(comment.id());
            }
        });
    }

    /** Where nobody knows when it was said, only rules that look at the text alone are asked. */
    private static Post post(PastComment comment, Discussion place, Settings rules, Past past) {
        Instant at = Objects.requireNonNullElse(comment.postedAt(), Instant.EPOCH);
        return new Post(
                place,
                comment.speaker(),
                comment.member(),
                comment.text(),
                null,
                comment.parent(),
                Sender.UNKNOWN,
                new Moment(at, rules, past));
    }

    /** Where the change makes a difference: the site's choice does none where something nearer was said. */
    private Map<Long, Standing> reach(RuleChange change) {
        ChangeableRule rule = change.rule();
        Discussion only = change.place();
        Map<Long, Standing> reach = new HashMap<>();
        for (Discussion place : discussions.all()) {
            Said said = settings.said(place).getOrDefault(rule, Said.NOTHING);
            boolean concerned = only == null
                    ? said.here() == null && said.notice() == null
                    : only.id().equals(place.id());
            if (concerned) {
                Setting then = said.with(only == null, change.chosen()).resolve(rule, place);
                reach.put(
                        place.id(),
                        new Standing(place, settings(rule, said.resolve(rule, place)), settings(rule, then)));
            }
        }
        return reach;
    }

    private static Settings settings(ChangeableRule rule, Setting setting) {
        return new Settings(Map.of(rule.outline().key(), setting));
    }
}

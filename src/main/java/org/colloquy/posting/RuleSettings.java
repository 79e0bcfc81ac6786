package org.colloquy.posting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Notice;
import org.colloquy.posting.Setting.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the rules stand: as a moderator chose for the discussion, else as its notice says, else as a moderator chose for
 * the whole site, else as built in. The notice goes before the site's choice, as it is what its readers have read.
 */
@Component
@Transactional(readOnly = true)
class RuleSettings {

    private final List<ChangeableRule> rules;
    private final CommentingRules chosen;
    private final Notices notices;

    RuleSettings(List<ChangeableRule> rules, CommentingRules chosen, Notices notices) {
        this.rules = rules;
        this.chosen = chosen;
        this.notices = notices;
    }

    /** What was said about one rule; null where nothing was. */
    record Said(
            @Nullable Setting here,
            @Nullable String notice,
            @Nullable Setting site) {

        static final Said NOTHING = new Said(null, null, null);

        /** Whether its readers would take it to be in force: the notice says it, or it is so elsewhere. */
        boolean isExpected(ChangeableRule rule) {
            boolean elsewhere = (site == null ? rule.usual(null) : site).effect() != Effect.OFF;
            return notice != null || here != null && elsewhere;
        }

        /** The same with that chosen for the site, or here; null takes a choice back. */
        Said with(boolean forSite, @Nullable Setting chosen) {
            return forSite ? new Said(here, notice, chosen) : new Said(chosen, notice, site);
        }

        Setting resolve(ChangeableRule rule, @Nullable Discussion place) {
            Setting own = here;
            if (own != null) {
                return own.sentence() != null || notice == null
                        ? own
                        : new Setting(own.effect(), notice, own.limits(), own.words(), Origin.HERE);
            }
            if (notice != null) {
                return rule.outline().with(Effect.REFUSE, notice, Origin.NOTICE);
            }
            return site != null ? site : rule.usual(place);
        }
    }

    /** Of all rules, in that discussion; for the whole site where {@code place} is null. */
    Settings at(@Nullable Discussion place) {
        Map<String, Setting> byKey = new HashMap<>();
        said(place).forEach((rule, said) -> byKey.put(rule.outline().key(), said.resolve(rule, place)));
        return new Settings(byKey);
    }

    /** What was said about each rule. */
    Map<ChangeableRule, Said> said(@Nullable Discussion place) {
        List<CommentingRule> rows = chosen.near(place == null ? null : place.id());
        List<Notice.Sentence> notice = place == null ? List.of() : notices.sentences(place);
        Map<ChangeableRule, Said> said = new HashMap<>();
        for (ChangeableRule rule : rules) {
            said.put(
                    rule,
                    new Said(
                            row(rows, rule, false).orElse(null),
                            sentence(notice, rule),
                            row(rows, rule, true).orElse(null)));
        }
        return said;
    }

    private static Optional<Setting> row(List<CommentingRule> rows, ChangeableRule rule, boolean site) {
        return rows.stream()
                .filter(row -> row.isForSite() == site
                        && row.rule().equals(rule.outline().key()))
                .findFirst()
                .map(row -> row.setting(rule.outline()));
    }

    private static @Nullable String sentence(List<Notice.Sentence> notice, ChangeableRule rule) {
        return notice.stream()
                .filter(sentence ->
                        Objects.equals(sentence.clause(), rule.outline().clause()))
                .map(Notice.Sentence::text)
                .findFirst()
                .orElse(null);
    }

    Optional<ChangeableRule> rule(String key) {
        return rules.stream().filter(rule -> rule.outline().key().equals(key)).findFirst();
    }

    List<ChangeableRule> all() {
        return rules;
    }
}

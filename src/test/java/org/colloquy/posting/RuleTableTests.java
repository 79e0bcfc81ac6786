package org.colloquy.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.article.Article;
import org.colloquy.discussion.Discussion;
import org.colloquy.discussion.Speaker;
import org.colloquy.posting.Rule.Ruling;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every changeable rule with what it lets pass and what not, without a server or a database. */
class RuleTableTests {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Phrases PHRASES = phrases();
    private static final RecentPosts RECENT = new RecentPosts();
    private static final long OLD_HAND = 1;
    private static final long NEWCOMER = 2;

    private static final List<ChangeableRule> RULES = List.of(
            new AnonymousRule(PHRASES),
            new LengthRule(PHRASES),
            new AgainRule(RECENT, PHRASES),
            new LinksRule(PHRASES),
            new FirstRule(PHRASES),
            new EmptyTalkRule(PHRASES),
            new HeldWordsRule(PHRASES),
            new RefusedWordsRule(PHRASES),
            new HeatedRule(PHRASES),
            new ClosedRule(PHRASES),
            new HoneypotRule(PHRASES),
            new TooFastRule(PHRASES));

    private static final Sender FROM = new Sender("192.0.2.1", false, Duration.ofMinutes(2));

    private static final Said SAYING = new Said(Speaker.named("Old Hand"), OLD_HAND, "", null, FROM, 1);

    /** Somebody saying something. */
    private record Said(
            Speaker speaker,
            @Nullable Long member,
            String text,
            @Nullable Integer parent,
            Sender sender,
            int daysSinceTheLast) {

        Said text(String said) {
            return new Said(speaker, member, said, parent, sender, daysSinceTheLast);
        }

        Said by(@Nullable Long who) {
            Speaker named = who == null ? Speaker.of(Speaker.Kind.NAMELESS) : Speaker.named("Somebody");
            return new Said(named, who, text, parent, sender, daysSinceTheLast);
        }

        Said underANewName() {
            return new Said(Speaker.named("Somebody New"), null, text, parent, sender, daysSinceTheLast);
        }

        Said answering(int number) {
            return new Said(speaker, member, text, number, sender, daysSinceTheLast);
        }

        Said after(int days) {
            return new Said(speaker, member, text, parent, sender, days);
        }

        Said from(String address) {
            return sentBy(new Sender(address, false, null));
        }

        Said sentBy(Sender other) {
            return new Said(speaker, member, text, parent, other, daysSinceTheLast);
        }
    }

    static Stream<Arguments> table() {
        String link = "See https://example.org/a and www.example.org/b now.";
        return Stream.of(
                row("ANONYMOUS", true, SAYING.by(null).text("Nobody says this.")),
                row("ANONYMOUS", false, SAYING.text("Somebody says this.")),
                row("ANONYMOUS", false, SAYING.underANewName().text("Somebody says this.")),
                row("LENGTH", true, SAYING.text("!")),
                row("LENGTH", true, SAYING.text("x".repeat(4_001))),
                row("LENGTH", false, SAYING.text("No")),
                row("LENGTH", false, SAYING.text("🌋".repeat(4_000))),
                row("AGAIN", true, SAYING.text("Said before, here!")),
                row("AGAIN", true, SAYING.text("said   BEFORE\nhere")),
                row("AGAIN", true, SAYING.by(null).from("203.0.113.9").text("From this address, already.")),
                row("AGAIN", false, SAYING.by(null).text("From this address, already.")),
                row("AGAIN", false, SAYING.by(NEWCOMER).text("Said before, here!")),
                row("AGAIN", false, SAYING.text("Said before, elsewhere.")),
                row("LINKS", true, SAYING.by(NEWCOMER).text(link)),
                row("LINKS", true, SAYING.underANewName().text(link)),
                row("LINKS", true, SAYING.by(null).text(link)),
                row("LINKS", true, SAYING.by(NEWCOMER).text("HTTP://A.EXAMPLE http://b.example")),
                row("LINKS", false, SAYING.text(link)),
                row("LINKS", false, SAYING.by(NEWCOMER).text("Only https://www.example.org/ this.")),
                row("LINKS", false, SAYING.by(NEWCOMER).text("> " + link + "\n\nI have read them.")),
                row("FIRST", true, SAYING.underANewName().text("Hello.")),
                row("FIRST", true, SAYING.by(NEWCOMER).text("Hello again.")),
                row("FIRST", false, SAYING.text("Hello.")),
                row("FIRST", false, SAYING.by(null).text("Hello.")),
                row("HELD_WORDS", true, SAYING.text("Buy LAMP\u200bOIL now")),
                row("HELD_WORDS", true, SAYING.text("Ｌａｍｐｏｉｌ!")),
                row("HELD_WORDS", true, SAYING.text("No free\nlunch here")),
                row("HELD_WORDS", true, SAYING.text("これは広告です")),
                row("HELD_WORDS", true, SAYING.text("Straßenlärm, STRASSENLÄRM")),
                row("HELD_WORDS", false, SAYING.text("Lampoilers and lamps, oil")),
                row("HELD_WORDS", false, SAYING.text("free the lunch")),
                row("HELD_WORDS", false, SAYING.text(".*")),
                row("REFUSED_WORDS", true, SAYING.text("An oath: lampoil.")),
                row("REFUSED_WORDS", false, SAYING.text("An oath.")),
                row("HEATED", true, SAYING.answering(7).text("And another thing")),
                row("HEATED", false, SAYING.answering(8).text("And another thing")),
                row("HEATED", false, SAYING.text("A new thread")),
                row("CLOSED", true, SAYING.after(366).text("Is anybody here?")),
                row("CLOSED", false, SAYING.after(364).text("Is anybody here?")),
                row(
                        "HONEYPOT",
                        true,
                        SAYING.sentBy(new Sender(null, true, null)).text("Buy lamps.")),
                row(
                        "HONEYPOT",
                        false,
                        SAYING.sentBy(new Sender(null, false, null)).text("Buy lamps.")),
                row("TOO_FAST", true, SAYING.sentBy(took(2_999)).text("Buy lamps.")),
                row("TOO_FAST", false, SAYING.sentBy(took(3_000)).text("Buy lamps.")),
                row(
                        "TOO_FAST",
                        false,
                        SAYING.sentBy(new Sender(null, false, null)).text("Restored.")));
    }

    private static Sender took(long millis) {
        return new Sender(null, false, Duration.ofMillis(millis));
    }

    static Stream<Arguments> emptyTalk() {
        Stream<String> empty = Stream.of(
                "+1",
                " +1! ",
                "＋1",
                "➕1",
                "This.",
                "THIS!!",
                "lol",
                "LOOOOL",
                "hahaha",
                "Ha ha",
                "👍",
                "👍🏽👍🏽",
                "❤️",
                "…",
                "???",
                "me too",
                "+1\n\n🎉",
                "> What you said.\n> All of it.",
                "плюсую",
                "Согласен!",
                "хахаха",
                "genau",
                "d'accord",
                "de acuerdo",
                "Concordo",
                "katılıyorum",
                "Համաձայն եմ։",
                "გეთანხმები",
                "موافق",
                "מסכים",
                "顶",
                "同意",
                "哈哈哈",
                "それな",
                "草",
                "ㅋㅋㅋㅋ",
                "인정",
                "xD",
                "jajaja",
                "kkkk");
        Stream<String> full = Stream.of(
                "1",
                "2",
                "No.",
                "Yes!",
                "This is wrong.",
                "lol, but the third term was kept",
                "Term 4",
                "+1 to the road",
                "> What you said.\n\nI doubt it.",
                "Почему?",
                "Warum?",
                "同意できない",
                "草原",
                "ahem",
                "Because",
                "3 + 1 = 4",
                "hahaha ".repeat(60),
                "w");
        return Stream.concat(
                empty.map(text -> row("EMPTY_TALK", true, SAYING.text(text))),
                full.map(text -> row("EMPTY_TALK", false, SAYING.text(text))));
    }

    private static Arguments row(String rule, boolean meets, Said said) {
        return arguments(rule, meets, said);
    }

    @ParameterizedTest
    @MethodSource({"table", "emptyTalk"})
    void meetsWhatItIsForAndNothingElse(String key, boolean meets, Said said) {
        ChangeableRule rule = rule(key);
        for (Effect effect : rule.outline().effects()) {
            Optional<Ruling> ruling = rule.judge(post(said, effect));
            assertThat(ruling.map(Ruling::effect))
                    .as(effect.name())
                    .isEqualTo(meets && effect != Effect.OFF ? Optional.of(effect) : Optional.empty());
            ruling.ifPresent(found -> {
                assertThat(found.objection().advice()).isNotBlank().doesNotContain("{");
                assertThat(found.objection().rule()).isNotBlank().doesNotContain("{");
            });
        }
    }

    @Test
    void listsEveryRuleWithWhatPassesAndWhatDoesNot() {
        Set<String> listed = Stream.concat(table(), emptyTalk())
                .map(row -> row.get()[0] + " " + row.get()[1])
                .collect(Collectors.toCollection(TreeSet::new));
        for (ChangeableRule rule : RULES) {
            assertThat(listed)
                    .contains(rule.outline().key() + " true", rule.outline().key() + " false");
        }
    }

    /** A site that nobody has touched behaves as its notices say. */
    @Test
    void isOffWhereNobodyStatedItUnlessItProtectsTheServer() {
        for (ChangeableRule rule : RULES) {
            boolean protects = rule instanceof HoneypotRule;
            assertThat(rule.usual(null).effect())
                    .as(rule.outline().key())
                    .isEqualTo(protects ? Effect.REFUSE : Effect.OFF);
        }
    }

    @Test
    void namesEveryReasonAtOnceEachAtItsField() {
        Post post = post(SAYING.by(null).text("LAMPOIL https://a.example https://b.example"), Effect.REFUSE);
        Verdict verdict = Verdict.of(
                RULES.stream().flatMap(rule -> rule.judge(post).stream()).toList());
        assertThat(verdict.refuses()).isTrue();
        assertThat(verdict.objections()).extracting(FormView.Objection::field).containsExactly("name", "text", "text");
        assertThat(verdict.objections().get(1).advice()).contains("Links: 2.");
        assertThat(verdict.objections().get(2).advice()).contains("lampoil");
    }

    @Test
    void quotesTheModeratorsSentenceWhereThereIsOne() {
        LengthRule rule = (LengthRule) rule("LENGTH");
        Setting usual = rule.usual(null);
        assertThat(rule.sentence(usual)).isEqualTo("A comment has 2 to 4,000 characters.");
        Setting own = new Setting(Effect.HOLD, "Be brief.", usual.limits(), WordList.NONE, Setting.Origin.HERE);
        assertThat(rule.sentence(own)).isEqualTo("Be brief.");
    }

    @Test
    void keepsWhatWasChosenInARow() {
        for (ChangeableRule rule : RULES) {
            Map<String, Integer> limits = new HashMap<>();
            rule.outline().limits().forEach(limit -> limits.put(limit.name(), limit.most()));
            Setting chosen = new Setting(
                    Effect.FLAG, "Words.", limits, WordList.of(List.of("one", "two words")), Setting.Origin.SITE);
            CommentingRule row = new CommentingRule(null, rule.outline().key());
            row.choose(chosen);
            assertThat(row.setting(rule.outline())).isEqualTo(chosen);
        }
    }

    @Test
    void findsTheWordsOfALongListAsFastAsThoseOfAShortOne() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add("word" + i + " and more");
        }
        many.add("lamp oil");
        assertThat(WordList.of(many).foundIn("word1 and less, word2 and more")).contains("word2 and more");
        assertThat(WordList.of(many).foundIn("Lamp. Oil.")).contains("lamp oil");
        assertThat(WordList.of(many).foundIn("lamp")).isEmpty();
    }

    private static ChangeableRule rule(String key) {
        return RULES.stream()
                .filter(rule -> rule.outline().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Post post(Said said, Effect effect) {
        Map<String, Setting> settings = new HashMap<>();
        for (ChangeableRule rule : RULES) {
            WordList words = rule.outline().listsWords()
                    ? WordList.of(List.of("lampoil", "free lunch", "広告", "strassenlärm"))
                    : WordList.NONE;
            settings.put(
                    rule.outline().key(),
                    new Setting(
                            rule.outline().effects().contains(effect) ? effect : Effect.OFF,
                            null,
                            rule.usual(null).limits(),
                            words,
                            Setting.Origin.SITE));
        }
        Discussion place = Mockito.mock(Discussion.class);
        Mockito.when(place.id()).thenReturn(5L);
        Mockito.when(place.article()).thenReturn(Mockito.mock(Article.class));
        Post earlier =
                post(place, SAYING.from("203.0.113.9").text("From this address, already."), new Settings(settings));
        RECENT.remember(earlier);
        return post(place, said, new Settings(settings));
    }

    private static Post post(Discussion place, Said said, Settings settings) {
        return new Post(
                place,
                said.speaker,
                said.member,
                Post.tidy(said.text),
                null,
                said.parent,
                said.sender,
                new Moment(NOW, settings, past(said)));
    }

    private static Past past(Said said) {
        return new Past() {
            @Override
            public int visibleBy(long member) {
                return member == OLD_HAND ? 50 : 0;
            }

            @Override
            public boolean hasSaid(long member, String text, Instant since) {
                return member == OLD_HAND && text.equals("said before here");
            }

            @Override
            public boolean isHeated(int parent, int replies, Instant since) {
                return parent == 7;
            }

            @Override
            public Optional<Instant> lastPost() {
                return Optional.of(NOW.minus(Duration.ofDays(said.daysSinceTheLast)));
            }
        };
    }

    static Phrases phrases() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Phrases(messages);
    }
}

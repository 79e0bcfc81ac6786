package org.colloquy.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.colloquy.access.AccessLine;
import org.colloquy.access.AccessLog;
import org.colloquy.account.Accounts;
import org.colloquy.account.Kept;
import org.colloquy.account.SessionView;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Authors;
import org.colloquy.discussion.CommentView;
import org.colloquy.discussion.Discussions;
import org.colloquy.discussion.People;
import org.colloquy.discussion.Revisions;
import org.colloquy.discussion.Revisions.RevisionView;
import org.colloquy.discussion.Viewer;
import org.colloquy.log.LogLine;
import org.colloquy.log.ModerationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept of a member, as data. Secrets, and what only moderators may know, are not in it. */
@Component
class OwnData {

    /** Enough to ask seldom, little enough for any memory: however much somebody wrote, it goes out as it is read. */
    private static final int AT_ONCE = 500;

    private final Accounts accounts;
    private final Authors authors;
    private final Discussions discussions;
    private final ModerationLog log;
    private final AccessLog access;
    private final Claims claims;
    private final Revisions revisions;
    private final Ignoring ignoring;
    private final People people;
    private final JsonMapper json;

    OwnData(
            Accounts accounts,
            Authors authors,
            Discussions discussions,
            ModerationLog log,
            AccessLog access,
            Claims claims,
            Revisions revisions,
            Ignoring ignoring,
            People people,
            JsonMapper json) {
        this.accounts = accounts;
        this.authors = authors;
        this.discussions = discussions;
        this.log = log;
        this.access = access;
        this.claims = claims;
        this.revisions = revisions;
        this.ignoring = ignoring;
        this.people = people;
        this.json = json;
    }

    record Browser(
            @Nullable String name, Instant since, @Nullable LocalDate lastUsed) {}

    /** What is written down of how somebody came to the desk; who else had a part in it is not theirs to take. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Access(
            Instant at,
            AccessLog.Kind kind,
            @Nullable String network,
            @Nullable String detail,
            AccessLine.@Nullable Renamed renamed) {}

    /** Where a moderator is signed in. */
    record Session(SessionView.How how, @Nullable String browser, Instant since, Instant lastUsed) {}

    record Passkey(String label, Instant since, Instant lastUsed) {}

    record Place(String address, @Nullable String title) {}

    /**
     * A comment.
     *
     * @param speaker the name that it stands under, or null
     * @param fromDocument whether a document has it, and a moderator confirmed whose it is
     * @param withdrawnOrHidden what readers see in its place, or null
     * @param before what it said before it was changed, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Comment(
            Place discussion,
            int number,
            String address,
            @Nullable String speaker,
            boolean fromDocument,
            @Nullable Instant postedAt,
            @Nullable Integer parent,
            @Nullable Integer term,
            CommentView.State state,
            CommentView.@Nullable Tombstone withdrawnOrHidden,
            @Nullable String text,
            @Nullable List<RevisionView> before) {}

    /** Something that was done as a moderator. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Act(
            Instant at,
            LogLine.Action action,
            @Nullable String discussion,
            @Nullable Integer comment,
            @Nullable Integer other,
            @Nullable Integer term,
            @Nullable String reason) {}

    /** Writes it all as one JSON object. */
    void write(SignedIn you, OutputStream out) {
        Kept kept = accounts.kept(you);
        Viewer own = new Viewer(you.member(), false, Set.of());
        Map<String, Place> places = new HashMap<>();
        discussions.all().forEach(place -> places.put(place.address(), new Place(place.address(), place.title())));
        try (JsonGenerator data = json.writerWithDefaultPrettyPrinter().createGenerator(out)) {
            data.writeStartObject();
            data.writePOJOProperty("handle", kept.handle());
            data.writePOJOProperty("since", kept.since());
            data.writePOJOProperty("role", kept.role());
            data.writePOJOProperty("hasPassword", kept.hasPassword());
            data.writePOJOProperty("hasRecoveryCode", kept.hasRecoveryCode());
            data.writePOJOProperty(
                    "browsers",
                    kept.browsers().stream()
                            .map(one -> new Browser(one.name(), one.since(), one.lastUsed()))
                            .toList());
            data.writePOJOProperty("deskName", kept.deskName());
            data.writePOJOProperty(
                    "sessions",
                    kept.sessions().stream()
                            .map(one -> new Session(one.how(), one.browser(), one.since(), one.lastUsed()))
                            .toList());
            data.writePOJOProperty(
                    "passkeys",
                    kept.passkeys().stream()
                            .map(one -> new Passkey(one.label(), one.since(), one.lastUsed()))
                            .toList());
            list(
                    data,
                    "comments",
                    after -> authors.by(own, after, AT_ONCE),
                    CommentView::id,
                    comment -> comment(comment, places, own));
            data.writePOJOProperty("namesInDocuments", claims.of(you.member()));
            data.writePOJOProperty(
                    "repliesReadUpTo", people.hasReadUpTo(you.member()).orElse(null));
            data.writePOJOProperty("ignored", ignoring.of(you.member()).names().values());
            list(
                    data,
                    "moderationLog",
                    after -> log.by(you.member(), after, AT_ONCE),
                    LogLine::id,
                    line -> new Act(
                            line.at(),
                            line.action(),
                            line.address(),
                            line.number(),
                            line.target().other(),
                            line.target().term(),
                            line.reason()));
            list(
                    data,
                    "accessLog",
                    after -> access.of(you.member(), after == 0 ? Long.MAX_VALUE : after, AT_ONCE),
                    AccessLine::id,
                    line -> new Access(
                            line.at(),
                            line.kind(),
                            line.byAnother() ? null : line.network(),
                            line.detail(),
                            line.renamed()));
            data.writeEndObject();
        }
    }

    private Comment comment(CommentView comment, Map<String, Place> places, Viewer own) {
        return new Comment(
                places.getOrDefault(comment.address(), new Place(comment.address(), null)),
                comment.number(),
                comment.permalink(),
                comment.speaker().name(),
                comment.postedAt() == null,
                comment.postedAt(),
                comment.parent(),
                comment.term(),
                comment.state(),
                comment.tombstone(),
                comment.text(),
                comment.revision() == 0 ? null : revisions.asOwnData(comment, own));
    }

    private static <T> void list(
            JsonGenerator data, String name, LongFunction<List<T>> next, Function<T, Long> id, Function<T, Object> as) {
        data.writeName(name);
        data.writeStartArray();
        List<T> some = next.apply(0);
        while (!some.isEmpty()) {
            some.forEach(one -> data.writePOJO(as.apply(one)));
            some = next.apply(id.apply(some.get(some.size() - 1)));
        }
        data.writeEndArray();
    }
}

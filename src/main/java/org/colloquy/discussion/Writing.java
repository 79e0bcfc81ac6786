package org.colloquy.discussion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colloquy.erased.Cut;
import org.colloquy.reply.Quotation;
import org.colloquy.reply.Source;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes clean HTML of what somebody wrote: paragraphs, emphasis, links, lists, quotations and code, as CommonMark has
 * them. Headings, pictures, tables, rules and HTML stay the text that was typed. Line breaks stay, a line without a
 * {@code >} is never part of a quotation, and {@code #12}, {@code term 4} and addresses become links.
 *
 * <p>Where a link into the discussion belongs, there is a mark that only a page replaces, as it alone knows what is on
 * it and what its reader may see: {@link Rendered} reads them. Nobody can type one.
 */
public final class Writing {

    /** Deeper quotations and lists stay text: nobody follows them, and on a phone no room would be left. */
    private static final int DEEPEST = 12;

    /** Who names more of them writes an index; the others stay text, as every link costs the page time. */
    private static final int MOST_REFERENCES = 200;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(BlockQuote.class, ListBlock.class, FencedCodeBlock.class))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .softbreak("<br>")
            .attributeProviderFactory(context -> Writing::attributes)
            .nodeRendererFactory(Drawn::new)
            .build();

    /** What a block of code says of itself; anything else belongs to the code. */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z][\\w+#.-]{0,19}");

    /** The class of the words that stand in place of removed ones. */
    private static final String REMOVED = "removed";

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "pre", "code", "span")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href", "title")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("dir")
            .matching(Pattern.compile("auto"))
            .onElements("p", "ul", "ol", "pre")
            .allowAttributes("tabindex")
            .matching(Pattern.compile("0"))
            .onElements("pre")
            .allowAttributes("class")
            .matching(Pattern.compile("words|" + REMOVED + "|" + Rendered.MARK))
            .onElements("span")
            .allowAttributes("class")
            .matching(Pattern.compile("language-" + LANGUAGE))
            .onElements("code")
            .toFactory();

    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![\\p{L}\\p{N}&/#])#(?<number>\\d{1,9})(?![\\p{L}\\p{N}])"
                    + "|(?<![\\p{L}\\p{N}])term[ \\u00a0](?<term>\\d{1,9})(?![\\p{L}\\p{N}])"
                    + "|(?<![\\p{L}\\p{N}])https?://[^\\s<>\"`]+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TRUSTED = Pattern.compile("(?:https?://[^/\\s]|mailto:.).*", Pattern.CASE_INSENSITIVE);

    private static final String AFTER_ADDRESS = ".,:;!?'*_~]}\u2019\u201d\u2026";

    /** Where the page draws a link: what of the discussion is named, or where the words before it stand. */
    private static final class Mark extends CustomNode {
        private final String kind;
        private final String words;

        Mark(String kind, String words) {
            this.kind = kind;
            this.words = words;
        }
    }

    /** Words that stand elsewhere: shown as such inside a line, as a quotation is plain to see. */
    private static final class Words extends CustomNode {
        private final boolean shown;

        Words(boolean shown) {
            this.shown = shown;
        }
    }

    /** Where words were removed on request. */
    private static final class Removed extends CustomNode {}

    private final String text;
    private final List<Quotation> quotations;
    private final Set<Source> known;
    private final MarkedLines lines;
    private int references;

    private Writing(String text, List<Quotation> quotations, Set<Source> known) {
        this.lines = new MarkedLines(text);
        this.text = lines.text();
        this.quotations = quotations;
        this.known = known;
    }

    /**
     * @param text as {@code Draft} has it
     * @param quotations in the order of the text; none overlaps another
     * @param known which of the comments and terms that it {@link #mentions} there are
     * @return clean HTML; the same for the same
     */
    public static String html(String text, List<Quotation> quotations, Set<Source> known) {
        Writing writing = new Writing(text, quotations, known);
        Node document = PARSER.parse(writing.text);
        writing.keepText(document);
        writing.quoteLines(document);
        writing.link(document);
        return clean(RENDERER.render(document));
    }

    static String clean(String html) {
        return POLICY.sanitize(html);
    }

    /** The comments and terms that a text names, as far as anybody reads: whoever makes HTML of it looks them up. */
    public static Set<Source> mentions(String text) {
        Set<Source> mentions = new LinkedHashSet<>();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find() && mentions.size() < MOST_REFERENCES) {
            Source mentioned = mentioned(matcher);
            if (mentioned != null) {
                mentions.add(mentioned);
            }
        }
        return mentions;
    }

    private static @Nullable Source mentioned(Matcher matcher) {
        String number = matcher.group("number");
        String term = matcher.group("term");
        return number != null
                ? new Source(Source.Kind.COMMENT, Integer.parseInt(number))
                : term != null ? new Source(Source.Kind.TERM, Integer.parseInt(term)) : null;
    }

    /** What is not part of the subset becomes the text again that it was. */
    private void keepText(Node document) {
        List<Node> strange = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                strange.add(image);
            }

            @Override
            public void visit(Link link) {
                if (TRUSTED.matcher(link.getDestination()).matches()) {
                    visitChildren(link);
                } else {
                    strange.add(link);
                }
            }

            @Override
            public void visit(LinkReferenceDefinition definition) {
                strange.add(definition);
            }

            @Override
            public void visit(HtmlInline html) {
                strange.add(html);
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                strange.add(lineBreak);
            }

            @Override
            public void visit(FencedCodeBlock code) {
                String info = code.getInfo() == null ? "" : code.getInfo();
                if (!info.isEmpty() && !LANGUAGE.matcher(info).matches()) {
                    code.setLiteral(info + "\n" + code.getLiteral());
                    code.setInfo("");
                }
            }
        });
        for (Node node : strange) {
            Node text = node instanceof HardLineBreak ? new SoftLineBreak() : typed(node);
            node.insertBefore(text);
            node.unlink();
        }
    }

    private Node typed(Node node) {
        Text typed = new Text(node.getSourceSpans().stream()
                .map(span -> text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
                .collect(Collectors.joining("\n")));
        typed.setSourceSpans(node.getSourceSpans());
        if (node instanceof Block) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(typed);
            return paragraph;
        }
        return typed;
    }

    /** Lines that are quoted whole are quotations, marked or not. */
    private void quoteLines(Node document) {
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Paragraph paragraph) {
                block = quoteLines(paragraph);
            }
        }
    }

    /** Puts what is left of the paragraph and its quotations in its place; returns the last of these. */
    @SuppressWarnings("ReferenceEquality") // the very same one, not one like it
    private Node quoteLines(Paragraph paragraph) {
        Node last = paragraph;
        Quotation before = null;
        Paragraph run = new Paragraph();
        for (Node line = paragraph.getFirstChild(); line != null; ) {
            Node end = line;
            while (end != null && !(end instanceof SoftLineBreak)) {
                end = end.getNext();
            }
            Node next = end == null ? null : end.getNext();
            Quotation whole = whole(line, end);
            if (run.getFirstChild() != null && whole == before) {
                run.appendChild(new SoftLineBreak());
            } else if (run.getFirstChild() != null) {
                last = put(run, before, last);
                run = new Paragraph();
            }
            for (Node node = line; node != end && node != null; ) {
                Node following = node.getNext();
                run.appendChild(node);
                node = following;
            }
            before = whole;
            line = next;
        }
        last = put(run, before, last);
        paragraph.unlink();
        return last;
    }

    private static Node put(Paragraph run, @Nullable Quotation whole, Node after) {
        Node block = run;
        if (whole != null) {
            block = new BlockQuote();
            block.appendChild(run);
        }
        after.insertAfter(block);
        return block;
    }

    private @Nullable Quotation whole(Node first, @Nullable Node end) {
        int from = Integer.MAX_VALUE;
        int to = -1;
        for (Node node = first; node != end && node != null; node = node.getNext()) {
            from = Math.min(from, start(node));
            to = Math.max(to, end(node));
        }
        int start = from;
        int stop = to;
        return quotations.stream()
                .filter(quotation -> quotation.words() > 0
                        && start < stop
                        && lines.at(quotation.from()) <= start
                        && lines.at(quotation.to()) >= stop)
                .findFirst()
                .orElse(null);
    }

    private static int start(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? Integer.MAX_VALUE : spans.get(0).getInputIndex();
    }

    private static int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return -1;
        }
        SourceSpan last = spans.get(spans.size() - 1);
        return last.getInputIndex() + last.getLength();
    }

    /** Makes links of what the text names, and marks what it repeats. */
    private void link(Node document) {
        Map<Quotation, Node> ends = new LinkedHashMap<>();
        int first = 0;
        for (Node leaf : leaves(document)) {
            while (!leaf.getSourceSpans().isEmpty()
                    && first < quotations.size()
                    && lines.at(quotations.get(first).to()) <= start(leaf)) {
                first++;
            }
            List<Quotation> within = new ArrayList<>();
            for (int at = first;
                    at < quotations.size() && lines.at(quotations.get(at).from()) < end(leaf);
                    at++) {
                within.add(quotations.get(at));
            }
            if (leaf instanceof Text said) {
                replace(said, within, ends);
            } else {
                within.forEach(quotation -> ends.put(quotation, leaf));
            }
        }
        ends.forEach(Writing::mark);
    }

    private static List<Node> leaves(Node document) {
        List<Node> leaves = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                leaves.add(text);
            }

            @Override
            public void visit(Code code) {
                leaves.add(code);
            }

            @Override
            public void visit(FencedCodeBlock code) {
                leaves.add(code);
            }
        });
        return leaves;
    }

    private void replace(Text leaf, List<Quotation> within, Map<Quotation, Node> ends) {
        String literal = leaf.getLiteral();
        int start = start(leaf);
        // Escapes and entities are longer than what they stand for: such a text is repeated as a whole, or not.
        boolean exact = start >= 0 && text.startsWith(literal, start) && end(leaf) == start + literal.length();
        boolean inLink = hasAround(leaf, Link.class);
        boolean inQuotation = hasAround(leaf, BlockQuote.class);
        int at = 0;
        for (Quotation quotation : within) {
            int from = exact ? Math.max(at, lines.at(quotation.from()) - start) : at;
            int to = exact ? Math.min(literal.length(), lines.at(quotation.to()) - start) : literal.length();
            named(literal.substring(at, from), inLink).forEach(leaf::insertBefore);
            if (quotation.words() == 0 && from < to && !inLink) {
                // Whoever is only addressed is linked by their name: nothing of ours stands in the sentence.
                leaf.insertBefore(new Mark(Rendered.quotedFrom(quotation.from()), literal.substring(from, to)));
            } else {
                Words words = new Words(!inQuotation && from < to);
                named(literal.substring(from, to), inLink).forEach(words::appendChild);
                leaf.insertBefore(words);
                ends.put(quotation, words);
            }
            at = to;
        }
        named(literal.substring(at), inLink).forEach(leaf::insertBefore);
        leaf.unlink();
    }

    private static boolean hasAround(Node node, Class<? extends Node> kind) {
        Node around = node.getParent();
        while (around != null && !kind.isInstance(around)) {
            around = around.getParent();
        }
        return around != null;
    }

    /** The words, with links where they name something. */
    private List<Node> named(String words, boolean inLink) {
        List<Node> nodes = new ArrayList<>();
        int at = 0;
        for (int mark = words.indexOf(Cut.MARK); mark >= 0; mark = words.indexOf(Cut.MARK, at)) {
            nodes.addAll(linked(words.substring(at, mark), inLink));
            nodes.add(new Removed());
            at = mark + Cut.MARK.length();
        }
        nodes.addAll(linked(words.substring(at), inLink));
        return nodes;
    }

    private List<Node> linked(String words, boolean inLink) {
        List<Node> nodes = new ArrayList<>();
        int at = 0;
        Matcher matcher = REFERENCE.matcher(words);
        while (!inLink && matcher.find()) {
            Source mentioned = mentioned(matcher);
            int end = mentioned == null ? endOfAddress(words, matcher.start(), matcher.end()) : matcher.end();
            String found = words.substring(matcher.start(), end);
            boolean links = mentioned == null
                    ? TRUSTED.matcher(found).matches()
                    : known.contains(mentioned) && references++ < MOST_REFERENCES;
            if (links) {
                nodes.add(new Text(words.substring(at, matcher.start())));
                nodes.add(mentioned == null ? address(found) : new Mark(Rendered.named(mentioned), found));
                at = end;
            }
        }
        nodes.add(new Text(words.substring(at)));
        return nodes;
    }

    private static Node address(String address) {
        Link link = new Link(address, null);
        link.appendChild(new Text(address));
        return link;
    }

    /** What closes a sentence or a bracket that was opened before is not part of the address. */
    private static int endOfAddress(String words, int start, int end) {
        int open = 0;
        for (int at = start; at < end; at++) {
            open += words.charAt(at) == '(' ? 1 : words.charAt(at) == ')' ? -1 : 0;
        }
        int stop = end;
        while (stop > start) {
            char last = words.charAt(stop - 1);
            if (last == ')' && open < 0) {
                open++;
            } else if (AFTER_ADDRESS.indexOf(last) < 0) {
                break;
            }
            stop--;
        }
        return stop;
    }

    private static void mark(Quotation quotation, Node last) {
        Node node = last;
        for (Node around = last.getParent(); around != null; around = around.getParent()) {
            // No link stands in a link.
            node = around instanceof Link ? around : node;
        }
        while (node.getNext() instanceof Mark another && another.words.isEmpty()) {
            node = another;
        }
        Node mark = new Mark(Rendered.quotedFrom(quotation.from()), "");
        if (node instanceof Block) {
            Paragraph after = new Paragraph();
            after.appendChild(mark);
            mark = after;
        }
        node.insertAfter(mark);
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (Set.of("p", "ul", "ol", "pre").contains(tag)) {
            attributes.put("dir", "auto");
        }
        if (tag.equals("pre")) {
            // Long lines scroll: also for whoever has only a keyboard.
            attributes.put("tabindex", "0");
        }
    }

    /** Draws what CommonMark does not know. */
    private static final class Drawn implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        Drawn(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Mark.class, Words.class, Removed.class);
        }

        @Override
        public void render(Node node) {
            HtmlWriter writer = context.getWriter();
            if (node instanceof Mark mark) {
                writer.text(mark.words.isEmpty() ? " " : "");
                writer.tag("span", Map.of("class", mark.kind));
                writer.text(mark.words);
                writer.tag("/span");
            } else if (node instanceof Removed) {
                writer.tag("span", Map.of("class", REMOVED));
                writer.text(Cut.MARK);
                writer.tag("/span");
            } else if (node instanceof Words words) {
                if (words.shown) {
                    writer.tag("span", Map.of("class", "words"));
                }
                for (Node child = words.getFirstChild(); child != null; ) {
                    Node next = child.getNext();
                    context.render(child);
                    child = next;
                }
                if (words.shown) {
                    writer.tag("/span");
                }
            }
        }
    }
}

package org.colloquy.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.colloquy.discussion.CommentView.Quoted;
import org.colloquy.reply.Article;
import org.colloquy.reply.Quotation;
import org.colloquy.reply.ReplyFinder;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;
import org.colloquy.reply.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;

/** What is typed, and what is shown. */
class WritingTests {

    private static final Set<Source> KNOWN =
            Set.of(new Source(Source.Kind.COMMENT, 12), new Source(Source.Kind.TERM, 4));

    private static Stream<Arguments> written() {
        return Stream.of(
                // paragraphs and lines
                Arguments.of("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
                Arguments.of("One.\nTwo.\\\nThree.", "<p>One.<br />Two.<br />Three.</p>"),
                Arguments.of("    Indented.", "<p>Indented.</p>"),
                // emphasis
                Arguments.of("*soft* and **loud**", "<p><em>soft</em> and <strong>loud</strong></p>"),
                Arguments.of("snake_case_name, 2*3*4", "<p>snake_case_name, 2<em>3</em>4</p>"),
                Arguments.of("\\*plain\\*", "<p>*plain*</p>"),
                // lists
                Arguments.of("* one\n* two", "<ul><li>one</li><li>two</li></ul>"),
                Arguments.of("3. one\n4. two", "<ol start=3><li>one</li><li>two</li></ol>"),
                Arguments.of("- a\n  - b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
                // quotations: nobody answers inside one
                Arguments.of("> Said.\nAnswered.", "<blockquote><p>Said.</p></blockquote><p>Answered.</p>"),
                Arguments.of(
                        "> > Deep.\n> Less.\nMine.",
                        "<blockquote><blockquote><p>Deep.</p></blockquote><p>Less.</p></blockquote><p>Mine.</p>"),
                Arguments.of("```\n> no\nquotation\n```", "<pre><code>&gt; no\nquotation\n</code></pre>"),
                // code
                Arguments.of("`a < b`", "<p><code>a &lt; b</code></p>"),
                Arguments.of("```java\nint i;\n```", "<pre><code class=language-java>int i;\n</code></pre>"),
                Arguments.of("``` so he said\nyes\n```", "<pre><code>so he said\nyes\n</code></pre>"),
                Arguments.of("`#12 term 4 http://a.example`", "<p><code>#12 term 4 http://a.example</code></p>"),
                // links
                Arguments.of("[here](https://a.example/x?a=1&b=2)", "<p>{https://a.example/x?a=1&amp;b=2|here}</p>"),
                Arguments.of("<https://a.example/>", "<p>{https://a.example/|https://a.example/}</p>"),
                Arguments.of(
                        "See https://a.example/b_c_d.",
                        "<p>See {https://a.example/b_c_d|https://a.example/b_c_d}.</p>"),
                Arguments.of(
                        "(https://a.example/b_(c)), and",
                        "<p>({https://a.example/b_%28c%29|https://a.example/b_(c)}), and</p>"),
                Arguments.of("[mail](mailto:a@b.example)", "<p>{mailto:a@b.example|mail}</p>"),
                Arguments.of("[a *b*](http://c.example)", "<p>{http://c.example|a <em>b</em>}</p>"),
                Arguments.of("https:// and http", "<p>https:// and http</p>"),
                // what is named
                Arguments.of("As #12 says of term 4", "<p>As [COMMENT-12|#12] says of [TERM-4|term 4]</p>"),
                Arguments.of("**Term 4**, (#12)", "<p><strong>[TERM-4|Term 4]</strong>, ([COMMENT-12|#12])</p>"),
                Arguments.of("#13, term 5, #120, a#12, #12a", "<p>#13, term 5, #120, a#12, #12a</p>"),
                Arguments.of("midterm 4, term 44, #007", "<p>midterm 4, term 44, #007</p>"),
                Arguments.of("[#12](http://a.example)", "<p>{http://a.example|#12}</p>"),
                // not part of it
                Arguments.of("# No heading", "<p># No heading</p>"),
                Arguments.of("No heading\n---", "<p>No heading<br />---</p>"),
                Arguments.of("***\n___", "<p>***<br />___</p>"),
                Arguments.of(
                        "![alt #12](http://a.example/i.png)",
                        "<p>![alt [COMMENT-12|#12]]({http://a.example/i.png|http://a.example/i.png})</p>"),
                Arguments.of("| a | b |\n|---|---|\n| 1 | 2 |", "<p>| a | b |<br />|---|---|<br />| 1 | 2 |</p>"),
                Arguments.of(
                        "[a]: http://b.example\n\n[a]",
                        "<p>[a]: {http://b.example|http://b.example}</p><p>{http://b.example|a}</p>"),
                Arguments.of("[up](/articles)", "<p>[up](/articles)</p>"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void shows(String typed, String shown) {
        assertThat(brief(Writing.html(typed, List.of(), KNOWN))).isEqualTo(shown);
    }

    private static String brief(String html) {
        return html.replace(" dir=\"auto\"", "")
                .replace(" tabindex=\"0\"", "")
                .replaceAll("\n?(</?(?:p|ul|ol|li|blockquote|pre)\\b[^>]*>)\n?", "$1")
                .replaceAll(" class=\"language-(\\w+)\"", " class=language-$1")
                .replaceAll(" start=\"(\\d+)\"", " start=$1")
                .replaceAll("<a href=\"([^\"]*)\" rel=\"nofollow ugc noopener\">(.*?)</a>", "{$1|$2}")
                .replaceAll("<span class=\"([A-Z]+-\\d+)\">(.*?)</span>", "[$1|$2]")
                .replace("&#61;", "=")
                .replace("&#64;", "@");
    }

    private static Stream<String> hostile() {
        return Stream.of(
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](java&#115;cript:alert(1))",
                "[a](&#x6A;avascript:alert(1))",
                "[a](java\nscript:alert(1))",
                "[a](<java\tscript:alert(1)>)",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](vbscript:x)",
                "[a](//evil.example)",
                "<javascript:alert(1)>",
                "[a](http://x\" onmouseover=\"alert(1))",
                "[a](http://x \"t\" onclick=\"alert(1)\")",
                "[a](http://x \"\\\" onclick=\\\"alert(1)\")",
                "http://x.example/\"onmouseover=alert(1)",
                "http://x.example/'><script>alert(1)</script>",
                "<script>alert(1)</script>",
                "<scr<script>ipt>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><animate onbegin=alert(1)>",
                "<iframe srcdoc='<script>alert(1)</script>'>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<style>*{display:none}</style>",
                "<p style=\"position:fixed\">a",
                "<!-- --><b>a</b>",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php echo 1 ?>",
                "```<script>\n</code></pre><script>alert(1)</script>\n```",
                "```\"><script>alert(1)</script>\nx\n```",
                "`</code><script>alert(1)</script>`",
                "![a](x onerror=alert(1))",
                "![<script>](http://x)",
                "[<img src=x onerror=alert(1)>](http://x)",
                "[a]: javascript:alert(1)\n\n[a]",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<span class=\"QUOTED-0\"></span>",
                "<span class=\"COMMENT-12\">#12</span>",
                "`<span class=\"QUOTED-0\"></span>`",
                "<!--quoted 0-->",
                "\ue000\uf8ff\ufdd0\uffff \u202e\u2066",
                "{{constructor.constructor('alert(1)')()}} ${7*7} [[${7*7}]] [(${7*7})]");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void letsNothingOutButItsOwnElements(String typed) {
        String html = Writing.html(typed, List.of(), Set.of());
        assertThat(html)
                .as(typed)
                .doesNotContainPattern("(?i)<(?!/?(?:p|br|em|strong|a|ul|ol|li|blockquote|pre|code)\\b|!-- -->)")
                .doesNotContainPattern("(?i)<[^>]*\\s(?:on\\w+|style|class|src|srcdoc|id)\\s*=")
                .doesNotContainPattern("(?i)href=\"(?!https?://|mailto:)");
        assertThat(Rendered.of(html, List.of(new Parts.Stretch(0, 1, from(1))), null))
                .as(typed)
                .hasSize(1);
        assertThat(Writing.clean(html)).isEqualTo(html);
    }

    @Test
    void linksTheFirstTwoHundredPlacesThatAreNamed() {
        String html = Writing.html("#12 ".repeat(4_000), List.of(), KNOWN);
        assertThat(html.split("COMMENT-12", -1)).hasSize(201);
        assertThat(html).endsWith(" #12 #12</p>\n");
    }

    // -- what is quoted

    private static final String TEA = "Tea is warm when it comes and cold when one has waited for it all day long.";
    private static final String RAIN = "The rain has been falling on both banks of the river since Tuesday.";

    private static Stream<Arguments> quoting() {
        return Stream.of(
                Arguments.of(
                        "> " + TEA + "\n\nSo it is.",
                        "<blockquote><p>" + TEA + " [1]</p></blockquote><p>So it is.</p>"),
                Arguments.of(
                        "> " + TEA + "\nSo it is.", "<blockquote><p>" + TEA + " [1]</p></blockquote><p>So it is.</p>"),
                Arguments.of(TEA + "\n\nSo it is.", "<blockquote><p>" + TEA + " [1]</p></blockquote><p>So it is.</p>"),
                Arguments.of(
                        "You say\n" + TEA + "\nSo\nit is.",
                        "<p>You say</p><blockquote><p>" + TEA + " [1]</p></blockquote><p>So<br />it is.</p>"),
                Arguments.of(
                        "> " + TEA + "\n\nYes.\n\n> " + RAIN + "\n\nNo.",
                        "<blockquote><p>" + TEA + " [1]</p></blockquote><p>Yes.</p><blockquote><p>" + RAIN
                                + " [2]</p></blockquote><p>No.</p>"),
                Arguments.of(
                        TEA + "\n" + RAIN + "\nSo it is.",
                        "<blockquote><p>" + TEA + " [1]</p></blockquote><blockquote><p>" + RAIN
                                + " [2]</p></blockquote><p>So it is.</p>"),
                Arguments.of(
                        "> " + TEA.replace("warm", "**warm**") + "\n\nSo.",
                        "<blockquote><p>" + TEA.replace("warm", "<strong>warm</strong>")
                                + " [1]</p></blockquote><p>So.</p>"),
                Arguments.of(
                        "I think that the *rain has been falling on both banks of the river since Tuesday*, and more.",
                        "<p>I think that ~the ~<em>~rain has been falling on both banks of the river since Tuesday~ [2]"
                                + "</em>, and more.</p>"),
                Arguments.of(
                        "Was it [The rain has been falling on both banks of the river since Tuesday](http://a.example)?",
                        "<p>Was it {http://a.example|~The rain has been falling on both banks of the river since"
                                + " Tuesday~} [2]?</p>"),
                Arguments.of(
                        "It says `The rain has been falling on both banks of the river since Tuesday` there.",
                        "<p>It says <code>The rain has been falling on both banks of the river since Tuesday</code>"
                                + " [2] there.</p>"),
                Arguments.of(
                        "```\n" + TEA + "\n```\n\nSo.", "<pre><code>" + TEA + "\n</code></pre><p> [1]</p><p>So.</p>"),
                Arguments.of(
                        "1. " + TEA + "\n2. Mine.\n\nSo.",
                        "<ol><li>~" + TEA + "~ [1]</li><li>Mine.</li></ol><p>So.</p>"));
    }

    @ParameterizedTest
    @MethodSource("quoting")
    void marksWhereQuotedWordsEnd(String typed, String shown) {
        List<Quotation> quotations = quotations(typed);
        String html = brief(Writing.html(typed, quotations, Set.of()));
        for (Quotation quotation : quotations) {
            html = html.replace(
                    "[QUOTED-" + quotation.from() + "|]",
                    "[" + quotation.place().source().number() + "]");
        }
        assertThat(html.replaceAll("<span class=\"words\">(.*?)</span>", "~$1~"))
                .isEqualTo(shown);
    }

    private static List<Quotation> quotations(String typed) {
        ReplyFinder finder = new ReplyFinder(Article.NONE);
        finder.hear(new Said(1, "A", TEA));
        finder.hear(new Said(2, "B", RAIN));
        return finder.ask(new Said(3, "C", typed)).map(Link::quotations).orElse(List.of());
    }

    @Test
    void putsTheLinksBetweenThePiecesAndKeepsOnlyWhatTheReaderMayFollow() {
        String typed = "> " + TEA + "\n\nAs #12 says.";
        List<Quotation> quotations = quotations(typed);
        String html = Writing.html(typed, quotations, KNOWN);
        int offset = quotations.get(0).from();
        Quoted one = from(1);
        List<Rendered> seen = Rendered.of(html, List.of(new Parts.Stretch(offset, offset + 9, one)), null);
        assertThat(seen).hasSize(3);
        assertThat(seen.get(0).quoted()).isEqualTo(one);
        assertThat(seen.get(1).reference())
                .isEqualTo(new Rendered.Reference(new Source(Source.Kind.COMMENT, 12), "#12"));
        assertThat(Rendered.of(html, List.of(new Parts.Stretch(offset, offset + 9, null)), null)
                        .get(0)
                        .quoted())
                .isNull();
        assertThat(Rendered.of(html, List.of(), null).get(0).quoted()).isNull();
        assertThat(Rendered.lines(seen)).containsExactly(TEA, "As #12 says.");
        assertThat(Rendered.ownLines(seen)).containsExactly("As #12 says.");
    }

    // -- whatever is typed

    private static final String[] BITS = {
        "> ",
        ">",
        "* ",
        "- ",
        "1. ",
        "*",
        "**",
        "_",
        "`",
        "```",
        "```\n",
        "~~~",
        "[",
        "](",
        ")",
        "!",
        "![",
        "<",
        ">",
        "</",
        "&",
        "\\",
        "\n",
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "#12",
        "term 4",
        "http://a.example/b_c",
        "mailto:a@b.c",
        "\"",
        "'",
        "(",
        "ü",
        "茶",
        "🍵",
        "\u202e",
        "\ue000",
        "\ufdd0",
        "alpha",
        "beta",
        "gamma",
        "delta",
        "it is so",
        TEA,
        RAIN,
        "{{",
        "<!--",
        "-->"
    };

    @Test
    void losesNoWordAndStaysTheSameWhenItIsCleanedAgain() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            StringBuilder typed = new StringBuilder();
            for (int bits = random.nextInt(40); bits >= 0; bits--) {
                typed.append(BITS[random.nextInt(BITS.length)]);
            }
            List<Quotation> quotations = quotations(typed.toString());
            String html = Writing.html(typed.toString(), quotations, KNOWN);
            assertThat(Writing.clean(html)).as("seed " + seed).isEqualTo(html);
            assertThat(words(HtmlUtils.htmlUnescape(html.replaceAll("<(?:a href|code class)=\"([^\"]*)\"[^>]*>", " $1 ")
                            .replaceAll("<[^>]*>", " "))))
                    .as("seed " + seed + ": " + typed + " → " + html)
                    .containsAll(words(typed.toString()));
            long marks = quotations.stream()
                    .filter(quotation -> html.contains("QUOTED-" + quotation.from() + "\""))
                    .count();
            assertThat(marks).as("seed " + seed + ": " + typed + " → " + html).isEqualTo(quotations.size());
        }
    }

    private static List<String> words(String text) {
        return Stream.of("alpha", "beta", "gamma", "delta", "warm", "river", "ü", "茶", "🍵", "12", "term", "example")
                .filter(text::contains)
                .toList();
    }

    private static Stream<Arguments> heavy() {
        String shape = ">".repeat(50) + " a\n";
        return Stream.of(
                Arguments.of(">", ">".repeat(16_000)),
                Arguments.of("> ", "> ".repeat(8_000)),
                Arguments.of(">\\n", ">\n".repeat(8_000)),
                Arguments.of("> a, a", "> a\nb\n".repeat(2_600)),
                Arguments.of("quotations ever deeper", ladder(">")),
                Arguments.of("lists ever deeper", ladder("  ").replace("a", "- a")),
                Arguments.of("- ", "- ".repeat(8_000)),
                Arguments.of("1. ", "1. ".repeat(5_300)),
                Arguments.of("- a", "- a\n".repeat(4_000)),
                Arguments.of("![[]()", "![[]()".repeat(2_660)),
                Arguments.of("[", "[".repeat(16_000)),
                Arguments.of("[a](", "[a](".repeat(4_000)),
                Arguments.of("[a]: b", "[a]: b\n".repeat(2_280)),
                Arguments.of("[a](<b", "[a](<b".repeat(2_600)),
                Arguments.of("*a ", "*a ".repeat(5_300)),
                Arguments.of("*a_ ", "*a_ ".repeat(4_000)),
                Arguments.of("**a", "**a".repeat(5_300)),
                Arguments.of("a**b", "a**b".repeat(2_000) + "c* ".repeat(2_600)),
                Arguments.of("`", "`".repeat(16_000)),
                Arguments.of("` of all lengths", ticks()),
                Arguments.of("<", "<".repeat(16_000)),
                Arguments.of("<!--", "<!--".repeat(4_000)),
                Arguments.of("<a ", "<a ".repeat(5_300)),
                Arguments.of("&", "&".repeat(16_000)),
                Arguments.of("\\", "\\".repeat(16_000)),
                Arguments.of("#1 ", "#1 ".repeat(5_300)),
                Arguments.of("http://a ", "http://a ".repeat(1_770)),
                Arguments.of("http://((", "http://" + "(".repeat(15_990)),
                Arguments.of("http://))", "http://a" + ")".repeat(15_990)),
                Arguments.of("spaces", "a" + " ".repeat(15_990) + "b"),
                Arguments.of("lines", "a\n".repeat(8_000)),
                Arguments.of("digits", "1".repeat(16_000)),
                Arguments.of("zalgo", "a" + "\u0301".repeat(7_990)),
                Arguments.of("shapes", shape.repeat(16_000 / shape.length())),
                Arguments.of("fences", "```\n".repeat(4_000)),
                Arguments.of("quoted lines", (RAIN + "\n").repeat(16_000 / (RAIN.length() + 1))),
                Arguments.of("quoted words", ("x " + RAIN + " ").repeat(16_000 / (RAIN.length() + 3))));
    }

    private static String ladder(String step) {
        StringBuilder ladder = new StringBuilder();
        for (int depth = 1; ladder.length() + depth * step.length() + 2 < 16_000; depth++) {
            ladder.append(step.repeat(depth)).append("a\n");
        }
        return ladder.toString();
    }

    private static String ticks() {
        StringBuilder ticks = new StringBuilder();
        for (int run = 1; ticks.length() + run + 1 < 16_000; run++) {
            ticks.append("`".repeat(run)).append(' ');
        }
        return ticks.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("heavy")
    void isDoneWithWhatIsMeantToHurt(String name, String typed) {
        assertThat(typed.getBytes(StandardCharsets.UTF_8).length).as(name).isBetween(14_000, 16_000);
        all(typed);
    }

    /** All that is done with a text when it is posted and shown. */
    private static void all(String typed) {
        List<Quotation> quotations = quotations(typed);
        String html = Writing.html(typed, quotations, KNOWN);
        List<Parts.Stretch> stretches = quotations.stream()
                .map(quotation -> new Parts.Stretch(quotation.from(), quotation.to(), from(1)))
                .toList();
        assertThat(Parts.of(typed, stretches)).isNotEmpty();
        assertThat(Rendered.lines(Rendered.of(html, stretches, null))).isNotNull();
        assertThat(Rendered.ownLines(Rendered.of(html, stretches, null))).isNotNull();
    }

    private static Quoted from(int number) {
        return new Quoted(new Source(Source.Kind.COMMENT, number), 5, 0, false);
    }

    @Test
    void marksWhereWordsWereRemoved() {
        String removed = "<span class=\"removed\">[removed on request]</span>";
        assertThat(Writing.html("He *says* [removed on request] here.", List.of(), Set.of()))
                .isEqualTo("<p dir=\"auto\">He <em>says</em> " + removed + " here.</p>\n");
        assertThat(Writing.html("> [removed on request]\n\n[removed on request]: it.", List.of(), Set.of()))
                .contains(removed + "</p>\n</blockquote>", removed + ": it.");
    }
}

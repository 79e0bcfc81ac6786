package org.colloquy.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.colloquy.account.Accounts;
import org.colloquy.account.SignedIn;
import org.colloquy.discussion.Authors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One's own data, told of and to take along. */
@Controller
class OwnDataController {

    private final OwnData data;
    private final Accounts accounts;
    private final Authors authors;

    OwnDataController(OwnData data, Accounts accounts, Authors authors) {
        this.data = data;
        this.accounts = accounts;
        this.authors = authors;
    }

    @GetMapping("/account/data")
    String page(@AuthenticationPrincipal @Nullable SignedIn you, Model model) {
        if (you == null) {
            return "redirect:/account/sign-in";
        }
        model.addAttribute("kept", accounts.kept(you));
        model.addAttribute("written", authors.written(you.member()));
        model.addAttribute("moderator", you.moderates());
        return "people/data";
    }

    /** Where nobody is signed in there is nothing to download. */
    @GetMapping("/account/data.json")
    void download(
            @AuthenticationPrincipal @Nullable SignedIn you, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (you == null) {
            response.sendRedirect(request.getContextPath() + "/account/sign-in");
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        data.write(you, response.getOutputStream());
    }
}

package org.colloquy.posting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.colloquy.account.ExpiredForm;
import org.springframework.stereotype.Component;

/** A comment whose form had expired comes back in a fresh form: nothing typed is lost. */
@Component
class PostingFormExpired implements ExpiredForm {

    private static final String PREVIEW = "/preview";

    @Override
    public Optional<String> shownAt(HttpServletRequest refused) {
        String path = refused.getRequestURI().substring(refused.getContextPath().length());
        String comments = path.endsWith(PREVIEW) ? path.substring(0, path.length() - PREVIEW.length()) : path;
        return comments.matches(".*/comments(/\\d+/edit)?") ? Optional.of(comments + "/expired") : Optional.empty();
    }
}

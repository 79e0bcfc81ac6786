package org.colloquy.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.colloquy.article.Articles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Says of a withdrawn article, at each of its addresses, that it has gone, which is more than that it isn't there. Whoever
 * had just written something gets it back with the answer.
 */
@Component
class WithdrawnArticles implements HandlerInterceptor, WebMvcConfigurer {

    private static final String PLACE = "/articles/";

    private final Articles articles;

    WithdrawnArticles(Articles articles) {
        this.articles = articles;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PLACE + "*", PLACE + "*/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (articles.isWithdrawn(slug(request))) {
            response.sendError(HttpStatus.GONE.value());
            return false;
        }
        return true;
    }

    /** Slugs are ASCII letters, digits and hyphens: what is written otherwise is none. */
    private static String slug(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.substring(Math.min(path.length(), PLACE.length())).replaceFirst("[/;.].*", "");
    }
}

package org.colloquy.discussion;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.reply.Source;

/** Comments and passages in one column, by kind and number, which never change: {@code COMMENT 5,TERM 3}. */
@Converter
public class SourceList implements AttributeConverter<List<Source>, String> {

    /** What stands in the column. */
    public static String of(List<Source> sources) {
        return sources.stream().map(Source::code).collect(Collectors.joining(","));
    }

    @Override
    public String convertToDatabaseColumn(List<Source> sources) {
        return of(sources);
    }

    @Override
    public List<Source> convertToEntityAttribute(String column) {
        return column.isEmpty()
                ? List.of()
                : Stream.of(column.split(",")).map(Source::of).toList();
    }
}

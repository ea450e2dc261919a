import { css, cx } from '@emotion/css';
import { renderMarkdown, renderTextPanelMarkdown, textUtil, type PanelProps } from '@grafana/data';
import { CodeEditor, ScrollContainer } from '@grafana/ui';

export interface TextOptions {
  mode: 'markdown' | 'html' | 'code';
  content: string;
  code?: { language?: string; showLineNumbers?: boolean };
}

/** Variables are put in before Markdown is rendered, and everything is sanitised, as in Grafana. */
export function TextPanel({ options, replaceVariables, width, height }: PanelProps<TextOptions>) {
  const { mode, content } = options;
  if (mode === 'code') {
    const text = replaceVariables(content);
    return (
      <CodeEditor
        value={text}
        language={options.code?.language ?? 'plaintext'}
        width={width}
        height={height}
        readOnly
      />
    );
  }
  const html =
    mode === 'html'
      ? textUtil.sanitizeTextPanelContent(replaceVariables(content, {}, 'html'))
      : renderTextPanelMarkdown(replaceVariables(content, {}, 'html')) || renderMarkdown(content);
  return (
    <ScrollContainer minHeight="100%">
      <div className={cx('markdown-html', css({ height: '100%' }))} dangerouslySetInnerHTML={{ __html: html }} />
    </ScrollContainer>
  );
}

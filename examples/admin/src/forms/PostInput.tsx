import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { Post } from '../providers/wire.ts';
import type { FancyProps } from './fancy-props.ts';

interface PostChoice extends FancyProps {
  readonly role: string | undefined;
  readonly over: string | undefined;
}

/** A person by post: those who hold the role over the case's home, found by name, role or unit. */
export function PostInput({ value, onChange, ...choice }: PostChoice & { readonly value: string; readonly onChange: (value: string) => void }) {
  const { posts, common } = usePosts(choice);
  return <Autocomplete {...common} value={posts.find(({ id }) => id === value) ?? null} onChange={(_, post) => onChange(post?.id ?? '')} />;
}

/** Several of them. */
export function PostsInput({ value, onChange, ...choice }: PostChoice & { readonly value: readonly string[]; readonly onChange: (value: readonly string[]) => void }) {
  const { posts, common } = usePosts({ ...choice, filled: value.length > 0 });
  return <Autocomplete {...common} multiple disableCloseOnSelect value={posts.filter(({ id }) => value.includes(id))} onChange={(_, chosen) => onChange(chosen.map(({ id }) => id))} />;
}

function usePosts({ label, required = false, error, hint, role, over, filled = false }: PostChoice & { readonly filled?: boolean }) {
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const { data: posts = [], isPending } = useQuery({ queryKey: ['posts', role, over], queryFn: () => provider.posts({ role, over }) });
  const common = {
    options: posts, loading: isPending,
    getOptionKey: ({ id }: Post) => id,
    getOptionLabel: (post: Post) => `${post.name ?? post.person} · ${words(post.roleLabel)} · ${words(post.unitLabel)}`,
    isOptionEqualToValue: (a: Post, b: Post) => a.id === b.id,
    noOptionsText: translate('bihuan.form.noPosts'), loadingText: translate('bihuan.state.loading'),
    renderOption: ({ key, ...props }: React.HTMLAttributes<HTMLLIElement> & { key: React.Key }, post: Post) => (
      <Box component="li" key={key} {...props}>
        <Box><Typography variant="body2">{post.name ?? post.person}</Typography><Typography variant="caption" sx={{ color: 'text.secondary' }}>{words(post.roleLabel)} · {words(post.unitLabel)}</Typography></Box>
      </Box>
    ),
    renderInput: (params: React.ComponentProps<typeof TextField>) => <TextField {...params} label={label} required={required && !filled} error={Boolean(error)} helperText={hint} />,
  };
  return { posts, common };
}

import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { useWords } from '../i18n/use-words.ts';
import type { BihuanProvider } from '../providers/data-provider.ts';
import type { FancyProps } from './fancy-props.ts';

interface PostInputProps extends FancyProps {
  readonly role: string | undefined;
  readonly over: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A person by post: those who hold the role over the case's home, found by name, role or unit. */
export function PostInput({ label, required = false, error, hint, role, over, value, onChange }: PostInputProps) {
  const translate = useTranslate();
  const words = useWords();
  const provider = useDataProvider<BihuanProvider>();
  const { data: posts = [], isPending } = useQuery({ queryKey: ['posts', role, over], queryFn: () => provider.posts({ role, over }) });
  return (
    <Autocomplete
      options={posts} loading={isPending} value={posts.find(({ id }) => id === value) ?? null}
      getOptionKey={({ id }) => id}
      getOptionLabel={(post) => `${post.name ?? post.person} · ${words(post.roleLabel)} · ${words(post.unitLabel)}`}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      noOptionsText={translate('bihuan.form.noPosts')} loadingText={translate('bihuan.state.loading')}
      onChange={(_, post) => onChange(post?.id ?? '')}
      renderOption={({ key, ...props }, post) => (
        <Box component="li" key={key} {...props}>
          <Box><Typography variant="body2">{post.name ?? post.person}</Typography><Typography variant="caption" sx={{ color: 'text.secondary' }}>{words(post.roleLabel)} · {words(post.unitLabel)}</Typography></Box>
        </Box>
      )}
      renderInput={(params) => <TextField {...params} label={label} required={required} error={Boolean(error)} helperText={hint} />}
    />
  );
}
